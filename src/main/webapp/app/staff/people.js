import { html, nothing } from '../vendor.js';
import { get, query } from '../api.js';
import { plain, said, t } from '../words.js';
import { choice, field } from '../parts.js';
import { at, frame, looksAfter, named } from './institute.js';
import { pager, searching, table } from './parts.js';

const SIZE = 50;
const STATES = ['invited', 'active', 'deactivated'];

/** The people of an institute, or for administrators of all, found by part of a name, an address or a number. */
export default async function people({ values }, paint) {
  const { institute: id, q, state } = values;
  const page = Number(values.page) || 0;
  const [institute, found] = await Promise.all([id && named(id), get(`/people${query({ institute: id, q, state, page, size: SIZE })}`)]);
  const here = at(id, 'people');

  const row = each => html`<tr><th scope="row"><a href=${at(id, 'people', each.id)}>${plain(each.name) ? said(each.name) : html`<span lang="en">${each.email}</span>`}</a>
      <br><small lang="en">${each.email}</small></th>
    <td>${said(each.designation)}</td>${id ? nothing : html`<td>${said(each.organization)}</td>`}
    <td><b class="state ${each.state}">${t(`person.${each.state}`, {}, each.state)}</b></td></tr>`;

  paint(frame(institute, 'people', html`
    <form class="search" role="search" @submit=${searching(here)}>
      ${field({ name: 'q', label: t('search.anybody'), value: q ?? '', type: 'search', required: false })}
      ${choice({ name: 'state', label: t('state'), value: state, options: [['', t('all')], ...STATES.map(each => [each, t(`person.${each}`)])] })}
      <button class="button">${t('search.do')}</button></form>
    ${found.items.length ? html`<p class="soft">${t('people.total', { n: found.total })}</p>
      ${table(t('institute.people'), [t('name'), t('designation'), ...id ? [] : [t('institute')], t('state')], found.items.map(row))}
      ${pager(found.total, page, SIZE, to => here + query({ q, state, page: to }))}`
      : html`<p class="notice">${t('search.none')} ${id && looksAfter(id) ? html`<a href=${at(id, 'roster')}>${t('institute.roster')}</a>` : nothing}</p>`}`, id ? null : t('institute.people')), t('institute.people'));
}

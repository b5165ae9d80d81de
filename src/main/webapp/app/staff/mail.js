import { html, nothing } from '../vendor.js';
import { get, query } from '../api.js';
import { plain, said, t, time } from '../words.js';
import { choice, field } from '../parts.js';
import { at, frame, named } from './institute.js';
import { pager, searching, table } from './parts.js';

const SIZE = 50;
const STATES = ['queued', 'sending', 'sent', 'failed', 'suppressed'];

/** What became of the mail to an institute's people. */
export default async function mail({ values }, paint) {
  const { institute: id, q, state } = values;
  const page = Number(values.page) || 0;
  const [institute, found] = await Promise.all([named(id), get(`/institutes/${id}/mail${query({ q, state, page, size: SIZE })}`)]);
  const here = at(institute, 'mail');
  const row = each => html`<tr><td>${time(each.at)}</td>
    <th scope="row"><a href=${at(institute, 'people', each.person)}>${plain(each.name) ? said(each.name) : html`<span lang="en">${each.address}</span>`}</a>
      ${each.address && plain(each.name) ? html`<br><small lang="en">${each.address}</small>` : nothing}</th>
    <td>${t(`mail.of.${each.template}`, {}, each.template)}</td>
    <td><b class="state ${each.state}">${t(`mail.${each.state}`)}</b>${each.error ? html`<br><small lang="en">${each.error}</small>` : nothing}</td></tr>`;
  paint(frame(institute, 'more', html`
    <form class="search" role="search" @submit=${searching(here)}>
      ${field({ name: 'q', label: t('search.mail'), value: q ?? '', type: 'search', required: false })}
      ${choice({ name: 'state', label: t('state'), value: state, options: [['', t('all')], ...STATES.map(each => [each, t(`mail.${each}`)])] })}
      <button class="button">${t('search.do')}</button></form>
    ${found.items.length ? html`${table(t('door.mail'), [t('when'), t('name'), t('reminders.about'), t('state')], found.items.map(row))}
      ${pager(found.total, page, SIZE, to => here + query({ q, state, page: to }))}` : html`<p class="soft">${t('mail.none')}</p>`}`, t('door.mail')), t('door.mail'));
}

import { html, nothing } from '../vendor.js';
import { get, query } from '../api.js';
import { plain, said, t, time } from '../words.js';
import { choice, field } from '../parts.js';
import { detailsOf } from './audit-details.js';
import { allInstitutes, at, frame, named } from './institute.js';
import { pager, searching, table } from './parts.js';

const SIZE = 50;

/** Who did what to whom, the latest first; of one institute, or for administrators of all. */
export default async function audit({ values }, paint) {
  const { actor, subject, from, to, action } = values;
  const of = values.institute ?? values.of;
  const page = Number(values.page) || 0;
  const asked = { actor, subject, action, from, to, ...values.institute ? {} : { of } };
  const [institute, all, found] = await Promise.all([
    values.institute && named(values.institute),
    allInstitutes(),
    get(`/audit${query({ institute: of, actor, subject, action, from, to, page, size: SIZE })}`),
  ]);
  const details = await detailsOf(found.items);
  const here = at(values.institute, 'audit');
  const narrowed = change => here + query({ ...asked, ...change });

  const row = each => html`<tr><td>${time(each.at)}</td>
    <td>${each.actor ? html`<a href=${narrowed({ actor: each.actor.id })}>${plain(each.actor) ? said(each.actor) : html`<span lang="en">${each.actor.id}</span>`}</a>` : t('audit.system')}</td>
    <td><a href=${narrowed({ action: each.action })}>${each.actionWords}</a></td>
    <td>${each.subjectName ? html`<a href=${narrowed({ subject: each.subject })}>${said(each.subjectName)}</a>` : nothing}${details(each)}</td>
    ${values.institute ? nothing : html`<td>${each.institute ? said(all.find(({ id }) => id === each.institute) ?? each.institute) : nothing}</td>`}</tr>`;

  paint(frame(institute, 'more', html`
    <p class="lead">${t('door.audit.text')}</p>
    <form class="search" role="search" @submit=${searching(here)}>
      ${['actor', 'subject', 'action'].map(name => html`<input type="hidden" name=${name} value=${values[name] ?? ''}>`)}
      ${values.institute ? nothing : choice({ name: 'of', label: t('institute'), value: of, options: [['', t('all')], ...all.map(each => [each.id, plain(each)])] })}
      ${field({ name: 'from', label: t('audit.from'), type: 'date', value: from ?? '', required: false })}
      ${field({ name: 'to', label: t('audit.to'), type: 'date', value: to ?? '', required: false })}
      <button class="button">${t('search.do')}</button></form>
    ${actor || subject || action ? html`<p><a href=${narrowed({ actor: '', subject: '', action: '' })}>${t('audit.all')}</a></p>` : nothing}
    ${found.items.length ? html`<p class="soft">${t('audit.total', { n: found.total })}</p>
      ${table(t('door.audit'), [t('when'), t('audit.who'), t('audit.what'), t('audit.whom'), ...values.institute ? [] : [t('institute')]], found.items.map(row))}
      ${pager(found.total, page, SIZE, next => here + query({ ...asked, page: next }))}` : html`<p class="soft">${t('audit.none')}</p>`}`, t('door.audit')), t('door.audit'));
}

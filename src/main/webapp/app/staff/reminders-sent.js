import { html, nothing } from '../vendor.js';
import { get, query } from '../api.js';
import { plain, said, t, time } from '../words.js';
import { asTyped } from '../fields.js';
import { at, named } from './institute.js';
import { inner, rule } from './reminders.js';
import { pager, table } from './parts.js';

const SIZE = 50;

/** The reminders and nudges that went, the newest first. */
export default async function sent({ values }, paint) {
  const { institute: id, person } = values;
  const page = Number(values.page) || 0;
  const [institute, found] = await Promise.all([named(id), get(`/institutes/${id}/reminders${query({ person, page, size: SIZE })}`)]);
  const row = each => html`<tr><td>${time(each.at)}</td>
    <th scope="row"><a href=${at(institute, 'people', each.person)}>${said(each.name)}</a></th>
    <td>${each.subject ? asTyped(each.subject) : [...new Set(each.about.map(line => rule(line.rule)))].join(', ')}${each.author ? html`<br><small>${said(each.author)}</small>` : nothing}</td>
    <td>${each.mail ? html`<b class="state ${each.mail}">${t(`mail.${each.mail}`)}</b>` : nothing}</td></tr>`;
  paint(inner(institute, 'sent', found.items.length ? html`
    ${table(t('reminders.sent'), [t('when'), t('name'), t('reminders.about'), t('state')], found.items.map(row))}
    ${pager(found.total, page, SIZE, to => at(institute, 'reminders', 'sent') + query({ person, page: to }))}`
    : html`<p class="soft">${t('reminders.noneSent')}</p>`), plain(institute.name));
}

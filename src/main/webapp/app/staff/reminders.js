import { html } from '../vendor.js';
import { get, query } from '../api.js';
import { date, plain, said, t } from '../words.js';
import { choice, field } from '../parts.js';
import { today } from './fiscal.js';
import { at, cohortChoice, frame, instituteAndCohorts, tabs } from './institute.js';
import { courseTitle } from './cohort-frame.js';
import { pager, table } from './parts.js';

const SIZE = 50;
const WHY = ['send', 'reminded-lately', 'reminded-enough', 'unsubscribed', 'completed', 'nothing-due'];

export const inner = (institute, here, body) => frame(institute, 'reminders', html`
  ${tabs(t('institute.reminders'), [
    ['preview', at(institute, 'reminders'), t('reminders.preview')],
    ['rules', at(institute, 'reminders', 'rules'), t('reminders.rules')],
    ['sent', at(institute, 'reminders', 'sent'), t('reminders.sent')],
  ], here)}${body}`);

export const rule = word => t(`rule.${word}`, {}, word);

/** Who would be reminded of what on a day, and who not and why: told by the code that sends. */
export default async function reminders({ values }, paint) {
  const { institute: id, cohort, why } = values;
  const day = values.date ?? today();
  const page = Number(values.page) || 0;
  const [{ institute, cohorts, courses }, preview] = await Promise.all([
    instituteAndCohorts(id),
    get(`/institutes/${id}/reminders/preview${query({ date: day, cohort, why, page, size: SIZE })}`),
  ]);
  const here = at(institute, 'reminders');
  const go = change => { location.hash = here + query({ date: day, cohort, why, ...change }); };

  const row = each => html`<tr><th scope="row"><a href=${at(institute, 'people', each.person)}>${said(each.name)}</a></th>
    <td>${each.rules.map(rule).join(', ')}${each.enrolments.map(enrolment => html`<br><small>${courseTitle(courses, enrolment.course)}${enrolment.due ? ` · ${t('due', { date: date(enrolment.due) })}` : ''}</small>`)}</td>
    <td>${each.willSend ? html`<b class="state active">${t('reminders.yes')}</b>` : html`<b class="state">${t('reminders.no')}</b><br><small>${t(`why.${each.why}`, {}, each.why)}</small>`}</td></tr>`;

  paint(inner(institute, 'preview', html`
    <p class="lead">${t('reminders.lead')}</p>
    <div class="filters">
      <div @change=${event => event.target.value && go({ date: event.target.value })}>${field({ name: 'date', label: t('reminders.day'), type: 'date', value: day })}</div>
      ${cohortChoice(cohorts, cohort, value => go({ cohort: value }), t('cohort.all'))}
      ${choice({ name: 'why', label: t('reminders.show'), value: why, onChange: value => go({ why: value }), options: [['', t('all')], ...WHY.map(each => [each, t(`why.${each}`)])] })}
    </div>
    ${preview.workingDay ? html`<p><b>${t('reminders.toSend', { n: preview.toSend })}</b></p>` : html`<p class="notice warn">${t('reminders.closed', { date: date(preview.date) })}</p>`}
    ${preview.items.length ? html`${table(t('reminders.preview'), [t('name'), t('reminders.about'), t('reminders.goes')], preview.items.map(row))}
      ${pager(preview.total, page, SIZE, to => here + query({ date: day, cohort, why, page: to }))}` : html`<p class="soft">${t('search.none')}</p>`}`), plain(institute.name));
}

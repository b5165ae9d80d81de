import { html, nothing } from '../vendor.js';
import { get, query } from '../api.js';
import { number, percent, plain, said, t } from '../words.js';
import { back, choice, head } from '../parts.js';
import { holds } from '../session.js';
import { thisYear, years } from './fiscal.js';
import { at } from './institute.js';
import { table } from './parts.js';

const few = () => html`<span aria-hidden="true">${t('comparison.few')}</span><span class="unseen">${t('comparison.fewSaid')}</span>`;

/** Institutes beside each other: rates with their base, small groups not shown. */
export default async function comparison({ values }, paint) {
  const { fiscalYear = thisYear(), course } = values;
  const [courses, found] = await Promise.all([get('/courses'), get(`/comparison${query({ fiscalYear, course })}`)]);
  const go = change => { location.hash = `#/comparison${query({ fiscalYear, course, ...change })}`; };
  const cells = rate => rate.suppressed ? html`<td colspan="4">${few()}</td>` : html`
    <td>${number(rate.base ?? 0)}</td><td>${number(rate.completed ?? 0)}</td>
    <td class="rate">${rate.rate == null ? '–' : html`${percent(rate.rate)}<span class="rod" aria-hidden="true"><i .style=${`--part:${rate.rate}%`}></i></span>`}</td>
    <td>${rate.medianDays == null ? '–' : t('days', { n: rate.medianDays })}</td>`;
  paint(html`${holds('administrator') ? back('#/administration', t('menu.administration')) : nothing}
    ${head(t('door.comparison'), null, t('comparison.lead'))}
    <div class="filters">
      ${choice({ name: 'fiscalYear', label: t('fiscalYear'), value: fiscalYear, onChange: value => go({ fiscalYear: value }), options: years() })}
      ${choice({ name: 'course', label: t('course'), value: course, onChange: value => go({ course: value }), options: [['', t('all')], ...courses.map(each => [each.id, plain(each)])] })}
    </div>
    ${table(t('door.comparison'), [t('institute'), t('count.enrolled'), t('count.completed'), t('overview.rate'), t('overview.median')], html`
      ${found.institutes.map(each => html`<tr><th scope="row"><a href=${at(each.institute)}>${said(each)}</a></th>${cells(each.rate)}</tr>`)}
      <tr class="sum"><th scope="row">${t('comparison.total')}</th>${cells(found.total)}</tr>`)}
    <p class="hint">${t('comparison.hint')}</p>`, t('door.comparison'));
}

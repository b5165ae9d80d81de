import { html } from '../vendor.js';
import { get, query } from '../api.js';
import { date, language, number, percent, plain, said, t } from '../words.js';
import { fact } from '../fields.js';
import { choice } from '../parts.js';
import { month, thisYear, today, years } from './fiscal.js';
import { at, frame, instituteAndCohorts } from './institute.js';
import { bars, table } from './parts.js';

const GROUPS = ['course', 'designation', 'sex'];

const running = (institute, cohorts) => {
  const day = today();
  const open = cohorts.filter(each => each.ends >= day);
  return html`<section class="module"><h2>${t('overview.cohorts')}</h2>
    ${open.length ? html`<ul class="steps">${open.map(each => html`<li><a href=${at(institute, 'cohorts', each.id)}>
      <span class="what">${said(each)}<small>${date(each.starts)} – ${date(each.ends)}</small></span></a></li>`)}</ul>`
      : html`<p class="soft">${t('overview.noCohorts')} <a href=${at(institute, 'cohorts')}>${t('institute.cohorts')}</a></p>`}</section>`;
};

const overTime = all => {
  const now = today().slice(0, 7);
  const months = all.filter(each => each.month <= now);
  const most = Math.max(1, ...months.map(each => each.enrolled), ...months.map(each => each.completed));
  return html`<section class="card"><h2>${t('overview.months')}</h2>
    <p class="soft">${t('overview.monthsLead')}</p>
    ${bars(t('overview.months'), months.map(each => ({ name: month(each.month), n: each.completed, of: most })))}
    <details><summary>${t('overview.asTable')}</summary>
      ${table(t('overview.months'), [t('overview.month'), t('count.enrolled'), t('count.begun'), t('count.completed')], months.map(each => html`<tr>
        <th scope="row">${month(each.month)}</th><td>${number(each.enrolled)}</td><td>${number(each.begun)}</td><td>${number(each.completed)}</td></tr>`))}</details></section>`;
};

const groupName = ({ id, title }, by) => title ? said(title) : id ? t(`${by}.${id}`, {}, id) : t('group.none');

const inGroups = (groups, by, onChange) => html`<section class="card"><h2>${t('overview.groups')}</h2>
  ${choice({ name: 'by', label: t('overview.by'), value: by, onChange, options: GROUPS.map(each => [each, t(`by.${each}`)]) })}
  ${groups.length ? bars(t('overview.groups'), groups.map(group => ({
    name: groupName(group, by),
    n: group.numbers.finished,
    of: group.numbers.enrolled,
    aside: t('overview.ofEnrolled', { n: group.numbers.enrolled, rate: group.numbers.rate == null ? '–' : percent(group.numbers.rate) }),
  }))) : html`<p class="soft">${t('overview.nobody')}</p>`}</section>`;

/** An institute at a glance: a fiscal year in numbers, month by month and by group, and the cohorts that run. */
export default async function overview({ values }, paint) {
  const { institute: id, fiscalYear = thisYear(), by = 'course' } = values;
  const [{ institute, cohorts }, board] = await Promise.all([
    instituteAndCohorts(id),
    get(`/institutes/${id}/dashboard${query({ fiscalYear, by })}`),
  ]);
  const go = change => { location.hash = at(institute) + query({ fiscalYear, by, ...change }); };
  const { total } = board;
  const file = format => `/api/institutes/${id}/completions${query({ fiscalYear, format, lang: language })}`;

  paint(frame(institute, 'overview', html`
    ${running(institute, cohorts)}
    <section class="module"><h2>${t('overview.year')}</h2>
      ${choice({ name: 'fiscalYear', label: t('fiscalYear'), value: fiscalYear, onChange: value => go({ fiscalYear: value }), options: years() })}
      <dl class="tiles">${['enrolled', 'begun', 'completed'].map(name => html`<div class=${total[name] ? name : 'zero'}><dt>${t(`count.${name}`)}</dt><dd>${number(total[name])}</dd></div>`)}
        ${fact(t('overview.rate'), total.rate == null ? null : percent(total.rate))}
        ${fact(t('overview.median'), board.medianDaysToFinish == null ? null : t('days', { n: board.medianDaysToFinish }))}</dl>
      <p class="hint">${t('overview.rateHint')}</p></section>
    <div class="columns">${overTime(board.months)}${inGroups(board.groups, by, value => go({ by: value }))}</div>
    <h2>${t('overview.files')}</h2><p class="hint">${t('overview.filesHint')}</p>
    <p class="doing"><a class="button quiet" href=${file('xlsx')} download>${t('file.xlsx')}</a>
      <a class="button quiet" href=${file('csv')} download>${t('file.csv')}</a></p>`), plain(institute.name));
}

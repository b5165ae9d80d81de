import { html, nothing } from '../vendor.js';
import { get, query } from '../api.js';
import { date, digits, language, percent, plain, said, t } from '../words.js';
import { choice, field } from '../parts.js';
import { at, cohortChoice, frame, instituteAndCohorts, looksAfter } from './institute.js';
import { pager, searching } from './parts.js';

const SIZE = 50;
const STATES = ['invited', 'active', 'completed', 'withdrawn', 'lapsed'];
const SORTS = ['name', 'percent', 'state', 'activity', 'due'];
const SIGNS = { none: '–', open: '○', done: '✓' };

/** A cell as the contract writes it: `-` not required, `o` open, `d` done, `72` best but not passed, `72d` passed. */
function cell(text) {
  const best = parseInt(text, 10);
  const isDone = text.endsWith('d');
  const kind = text === '-' ? 'none' : text === 'o' ? 'open' : isDone ? 'done' : 'tried';
  const shown = Number.isNaN(best) ? SIGNS[kind] : `${percent(best)}${isDone ? ' ✓' : ''}`;
  return html`<td class="cell ${kind}"><span aria-hidden="true">${shown}</span><span class="unseen">${t(`cell.${kind}`)} ${Number.isNaN(best) ? '' : percent(best)}</span></td>`;
}

const legend = () => html`<p class="legend">${['done', 'tried', 'open', 'none'].map(kind =>
  html`<span><b class="cell ${kind}" aria-hidden="true">${SIGNS[kind] ?? digits('72%')}</b> ${t(`cell.${kind}`)}</span>`)}</p>`;

const row = institute => person => html`<tr>
  <th scope="row"><a href=${at(institute, 'people', person.id)}>${said(person.name)}</a>
    <small>${t(`enrolment.${person.state}`, {}, '')}${person.lastActivity ? ` · ${date(person.lastActivity)}` : ''}</small></th>
  <td class="whole">${percent(person.percent)}<i style="--part:${person.percent}%"></i></td>${person.cells.map(cell)}</tr>`;

const matrixTable = (matrix, institute) => html`<div class="matrix" tabindex="0" role="region" aria-label=${t('institute.progress')}><table>
  <thead><tr><th scope="col">${t('name')}</th><th scope="col">${t('matrix.percent')}</th>
    ${matrix.columns.map(({ kind, title }) => html`<th scope="col"><small>${t(`kind.${kind}`, {}, '')}</small>${said(title)}</th>`)}</tr></thead>
  <tbody>${matrix.people.map(row(institute))}</tbody>
</table></div>`;

/** People by steps: what is shown is sorted, narrowed and cut into pages by the server, and the address says how. */
export default async function progressPage({ values }, paint) {
  const { institute: id, q, state, designation, sort = 'name', order } = values;
  const { institute, cohorts, courses } = await instituteAndCohorts(id);
  const cohort = cohorts.find(each => each.id === values.cohort);
  const course = values.course || cohort?.course || courses[0]?.id;
  const path = `/institutes/${id}/progress`;
  const page = Number(values.page) || 0;
  const asked = { course, cohort: values.cohort, q, state, designation, sort, order };
  const matrix = course ? await get(path + query({ ...asked, page, size: SIZE })) : { columns: [], people: [], total: 0 };
  const here = at(institute, 'progress');
  const go = change => { location.hash = here + query({ ...asked, ...change }); };
  const narrowed = q || state || designation || values.cohort;
  const file = format => `/api${path}${query({ ...asked, format, lang: language })}`;

  paint(frame(institute, 'progress', html`
    <div class="filters">
      ${choice({ name: 'course', label: t('course'), value: course, onChange: value => go({ course: value }), options: courses.map(each => [each.id, plain(each)]) })}
      ${cohortChoice(cohorts, values.cohort, value => go({ cohort: value, course: cohorts.find(each => each.id === value)?.course ?? course }), t('cohort.all'))}
    </div>
    <details ?open=${Boolean(q || state || designation || values.sort)}><summary>${t('matrix.narrow')}</summary>
      <form class="search" @submit=${searching(here)}>
        <input type="hidden" name="course" value=${course}><input type="hidden" name="cohort" value=${values.cohort ?? ''}>
        ${field({ name: 'q', label: t('search.person'), value: q ?? '', type: 'search', required: false })}
        ${field({ name: 'designation', label: t('designation'), value: designation ?? '', type: 'search', required: false })}
        ${choice({ name: 'state', label: t('state'), value: state, options: [['', t('all')], ...STATES.map(each => [each, t(`enrolment.${each}`)])] })}
        ${choice({ name: 'sort', label: t('matrix.sort'), value: sort, options: SORTS.map(each => [each, t(`sort.${each}`)]) })}
        ${choice({ name: 'order', label: t('matrix.order'), value: order, options: [['', t('order.asc')], ['desc', t('order.desc')]] })}
        <button class="button">${t('search.do')}</button>
      </form></details>
    ${matrix.people.length ? html`
      ${legend()}
      <p class="soft">${t('matrix.total', { n: matrix.total })}</p>
      ${matrixTable(matrix, institute)}
      ${pager(matrix.total, page, SIZE, to => here + query({ ...asked, page: to }))}
      <p class="doing"><a class="button quiet" href=${file('xlsx')} download>${t('file.xlsx')}</a>
        <a class="button quiet" href=${file('csv')} download>${t('file.csv')}</a></p>`
      : html`<p class="notice">${narrowed ? t('search.none') : html`${t('matrix.none')} ${looksAfter(id) ? html`<a href=${at(institute, 'roster')}>${t('institute.roster')}</a>` : nothing}`}</p>`}
`), plain(institute.name));
}

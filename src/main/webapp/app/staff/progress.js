import { html, nothing } from '../vendor.js';
import { get, query } from '../api.js';
import { date, digits, language, percent, plain, said, t } from '../words.js';
import { choice, doing, field, trouble } from '../parts.js';
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
  <th scope="row"><a href=${at(institute, 'people', person.id)}>${said(person.name)}</a></th>
  <td class="whole">${percent(person.percent)}<i .style=${`--part:${person.percent}%`}></i></td>
  <td>${t(`enrolment.${person.state}`, {}, '')}</td>
  <td>${person.lastActivity ? date(person.lastActivity) : '–'}</td>
  <td>${person.due ? date(person.due) : '–'}</td>${person.cells.map(cell)}</tr>`;

/** A heading that sorts: the first press the small ones first, the next the other way round. */
const sorting = ({ sort, order }, by) => each => {
  const here = sort === each;
  const falling = here && order === 'desc';
  return html`<th scope="col" aria-sort=${here ? (falling ? 'descending' : 'ascending') : 'none'}>
    <button class="sorter" @click=${() => by(each, here && !falling ? 'desc' : '')}>${t(`sort.${each}`)}<span aria-hidden="true">${here ? (falling ? '▼' : '▲') : '↕'}</span></button></th>`;
};

const matrixTable = (matrix, institute, asked, by) => html`<div class="matrix" tabindex="0" role="region" aria-label=${t('institute.progress')}><table>
  <thead><tr>${SORTS.map(sorting(asked, by))}
    ${matrix.columns.map(({ kind, title }) => html`<th scope="col"><small>${t(`kind.${kind}`, {}, '')}</small>${said(title)}</th>`)}</tr></thead>
  <tbody>${matrix.people.map(row(institute))}</tbody>
</table></div>`;

/** People by steps: what is shown is sorted, narrowed and cut into pages by the server, and the address says how. */
export default async function progressPage({ values }, paint) {
  const { institute: id, q, state, designation } = values;
  const { institute, cohorts, courses } = await instituteAndCohorts(id);
  const cohort = cohorts.find(each => each.id === values.cohort);
  const course = values.course || cohort?.course || courses[0]?.id;
  const path = `/institutes/${id}/progress`;
  const asked = { course, cohort: values.cohort, q, state, designation, sort: values.sort || 'name', order: values.order };
  const read = page => course ? get(path + query({ ...asked, page, size: SIZE })) : { columns: [], people: [], total: 0 };
  const shown = { page: Number(values.page) || 0 };
  shown.matrix = await read(shown.page);
  const here = at(institute, 'progress');
  const go = change => { location.hash = here + query({ ...asked, ...change }); };
  const narrowed = q || state || designation || values.cohort;
  const file = format => `/api${path}${query({ ...asked, format, lang: language })}`;

  /** The same people in another order, from the first on; the heading that was pressed keeps the focus. */
  const by = (sort, order) => doing(shown, draw, async () => {
    Object.assign(asked, { sort, order });
    Object.assign(shown, { matrix: await read(0), page: 0 });
    history.replaceState(null, '', here + query(asked));
  });

  const narrow = () => html`<details ?open=${Boolean(q || state || designation)}><summary>${t('matrix.narrow')}</summary>
    <form class="search" @submit=${searching(here)}>
      ${Object.entries({ course, cohort: values.cohort, sort: asked.sort, order: asked.order }).map(([name, value]) => html`<input type="hidden" name=${name} .value=${value ?? ''}>`)}
      ${field({ name: 'q', label: t('search.person'), value: q ?? '', type: 'search', required: false })}
      ${field({ name: 'designation', label: t('designation'), value: designation ?? '', type: 'search', required: false })}
      ${choice({ name: 'state', label: t('state'), value: state, options: [['', t('all')], ...STATES.map(each => [each, t(`enrolment.${each}`)])] })}
      <button class="button">${t('search.do')}</button>
    </form></details>`;

  function draw() {
    const { matrix, page, problem } = shown;
    paint(frame(institute, 'progress', html`
      <div class="filters">
        ${choice({ name: 'course', label: t('course'), value: course, onChange: value => go({ course: value }), options: courses.map(each => [each.id, plain(each)]) })}
        ${cohortChoice(cohorts, values.cohort, value => go({ cohort: value, course: cohorts.find(each => each.id === value)?.course ?? course }), t('cohort.all'))}
      </div>
      ${narrow()}${trouble(problem)}
      ${matrix.people.length ? html`
        ${legend()}
        <p class="soft">${t('matrix.total', { n: matrix.total })}</p>
        ${matrixTable(matrix, institute, asked, by)}
        ${pager(matrix.total, page, SIZE, to => here + query({ ...asked, page: to }))}
        <p class="doing"><a class="button quiet" href=${file('xlsx')} download>${t('file.xlsx')}</a>
          <a class="button quiet" href=${file('csv')} download>${t('file.csv')}</a></p>`
        : html`<p class="notice">${narrowed ? t('search.none') : html`${t('matrix.none')} ${looksAfter(id) ? html`<a href=${at(institute, 'roster')}>${t('institute.roster')}</a>` : nothing}`}</p>`}`), plain(institute.name));
  }
  draw();
}

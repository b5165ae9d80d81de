import { html } from '../vendor.js';
import { get, query } from '../api.js';
import { digits, language, percent, plain, said, t } from '../words.js';
import { choice } from '../parts.js';
import { cohortChoice, frame, instituteAndCohorts } from '../institute.js';

/** A cell as the contract writes it: `-` not required, `o` open, `d` done, `72` best but not passed, `72d` passed. */
function cell(text) {
  const best = parseInt(text, 10);
  const done = text.endsWith('d');
  const kind = text === '-' ? 'none' : text === 'o' ? 'open' : done ? 'done' : 'tried';
  const shown = Number.isNaN(best) ? { none: '–', open: '○', done: '✓' }[kind] : `${percent(best)}${done ? ' ✓' : ''}`;
  return html`<td class="cell ${kind}"><span aria-hidden="true">${shown}</span><span class="unseen">${t(`cell.${kind}`)} ${Number.isNaN(best) ? '' : percent(best)}</span></td>`;
}

const table = (matrix, label) => html`<div class="matrix" tabindex="0" role="region" aria-label=${label}><table>
  <thead><tr><th scope="col">${t('matrix.name')}</th><th scope="col">${t('matrix.percent')}</th>
    ${matrix.columns.map(({ kind, title }) => html`<th scope="col"><small>${t(`kind.${kind}`, {}, '')}</small>${said(title)}</th>`)}</tr></thead>
  <tbody>${matrix.people.map(person => html`<tr><th scope="row">${said(person.name)}<small>${t(`enrolment.${person.state}`, {}, '')}</small></th>
    <td class="whole">${percent(person.percent)}<i style="--part:${person.percent}%"></i></td>${person.cells.map(cell)}</tr>`)}</tbody>
</table></div>`;

export default async function progressPage({ values }, paint) {
  const { institute: id } = values;
  const { institute, cohorts, courses } = await instituteAndCohorts(id);
  const cohort = cohorts.find(each => each.id === values.cohort);
  const course = values.course || cohort?.course || courses[0]?.id;
  const path = `/institutes/${id}/progress`;
  const asked = { course, cohort: values.cohort };
  const matrix = course ? await get(path + query(asked)) : { columns: [], people: [], total: 0 };
  const go = change => { location.hash = `#/institutes/${id}${query({ ...asked, ...change })}`; };

  paint(frame(institute, 'progress', html`
    <div class="filters">
      ${choice({ name: 'course', label: t('course'), value: course, onChange: value => go({ course: value }), options: courses.map(each => [each.id, plain(each)]) })}
      ${cohortChoice(cohorts, values.cohort, value => go({ cohort: value, course: cohorts.find(each => each.id === value)?.course ?? course }), t('cohort.all'))}
    </div>
    ${matrix.people.length ? html`
      <p class="legend">${['done', 'tried', 'open', 'none'].map(kind => html`<span><b class="cell ${kind}" aria-hidden="true">${{ done: '✓', tried: digits('72%'), open: '○', none: '–' }[kind]}</b> ${t(`cell.${kind}`)}</span>`)}</p>
      <p class="soft">${t('matrix.total', { n: matrix.total })}</p>
      ${table(matrix, t('institute.progress'))}
      <p class="doing"><a class="button quiet" href="/api${path}${query({ ...asked, format: 'csv', lang: language })}" download>${t('matrix.csv')}</a></p>`
      : html`<p class="notice">${t('matrix.none')} <a href="#/institutes/${id}/roster">${t('institute.roster')}</a></p>`}
`), plain(institute.name));
}

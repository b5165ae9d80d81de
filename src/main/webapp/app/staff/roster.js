import { html, nothing } from '../vendor.js';
import { get, post, query } from '../api.js';
import { language, plain, said, t, time } from '../words.js';
import { button, submitting, trouble } from '../parts.js';
import { at, cohortChoice, frame, instituteAndCohorts } from './institute.js';
import { pager, table } from './parts.js';

const SIZE = 10;
const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  tsv: 'text/tab-separated-values',
};

/** What a file is, by its name: browsers tell CSV files apart in many ways. */
const typeOf = file => TYPES[file.name.split('.').pop().toLowerCase()] ?? 'text/csv';

const recent = (institute, plans, page) => html`<section class="module"><h2>${t('roster.recent')}</h2>
  ${plans.items.length ? table(t('roster.recent'), [t('when'), t('roster.by'), t('cohort'), t('roster.what'), t('state')], plans.items.map(plan => html`<tr>
    <td><a href=${at(institute, 'roster', plan.id)}>${time(plan.appliedAt ?? plan.plannedAt)}</a></td>
    <td>${said(plan.plannedBy)}</td><td>${plan.cohort ? said(plan.cohort) : '–'}</td>
    <td>${plan.outcome ? t('roster.outcome', plan.outcome) : t('roster.counts', plan)}</td>
    <td><b class="state ${plan.state}">${t(`plan.${plan.state}`)}</b></td></tr>`)) : html`<p class="soft">${t('roster.noneYet')}</p>`}
  ${pager(plans.total, page, SIZE, to => at(institute, 'roster') + query({ page: to }))}</section>`;

/** A staff list goes up as it is; what it would do is a plan with a page of its own. */
export default async function roster({ values }, paint) {
  const { institute: id } = values;
  const page = Number(values.page) || 0;
  const [{ institute, cohorts }, plans] = await Promise.all([
    instituteAndCohorts(id),
    get(`/institutes/${id}/roster-plans${query({ page, size: SIZE })}`),
  ]);
  const cohort = values.cohort ?? (cohorts.length === 1 ? cohorts[0].id : undefined);
  const state = {};

  const upload = submitting(state, draw, async ({ list }) => {
    const plan = await post(`/institutes/${id}/roster-plans${query({ cohort })}`, list, { type: typeOf(list) });
    location.hash = at(institute, 'roster', plan.id);
  });
  const chosen = event => {
    state.name = event.target.files[0]?.name;
    draw();
  };

  const uploading = () => html`<form class="card" @submit=${upload}>
    <div class="field"><label for="list">${t('roster.file')}</label>
      <p class="hint" id="list-hint">${t('roster.hint')}</p>
      <div class="file"><span class="button quiet" aria-hidden="true">${t('roster.choose')}</span> <span aria-live="polite">${state.name ?? t('roster.noFile')}</span>
        <input id="list" name="list" type="file" accept=".xlsx,.csv,.tsv,.txt,text/csv" required aria-describedby="list-hint" @change=${chosen}></div></div>
    <details><summary>${t('roster.columns')}</summary><p class="hint">${t('roster.columnsHint')}</p>
      <p><code lang="en">email, name_bn, name_en, designation_bn, designation_en, unit, phone, service_id, sex, language</code></p></details>
    <p><a href="/api/roster-template?lang=${language}" download>${t('roster.template')}</a></p>
    ${button(t('roster.upload'), state.busy)}
  </form>`;

  function draw() {
    paint(frame(institute, 'roster', html`
      <p class="lead">${t('roster.lead')}</p>
      ${cohorts.length ? cohortChoice(cohorts, cohort, wanted => { location.hash = at(institute, 'roster') + query({ cohort: wanted }); }, t('cohort.choose'))
        : html`<p class="notice">${t('cohort.none')} <a href=${at(institute, 'cohorts')}>${t('institute.cohorts')}</a></p>`}
      ${trouble(state.problem)}
      ${cohort ? uploading() : nothing}
      ${recent(institute, plans, page)}`), plain(institute.name));
  }
  draw();
}

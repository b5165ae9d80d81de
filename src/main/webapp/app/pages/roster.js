import { html, nothing } from '../vendor.js';
import { post, query, remove } from '../api.js';
import { digits, number, plain, said, t } from '../words.js';
import { button, doing, submitting, trouble } from '../parts.js';
import { cohortChoice, frame, instituteAndCohorts } from '../institute.js';

const COUNTS = ['rows', 'create', 'update', 'unchanged', 'undecided', 'rejected'];
const states = new Map();

const tiles = (names, values) => html`<dl class="tiles">${names.map(name => html`<div class=${values[name] ? name : 'zero'}>
  <dt>${t(`roster.${name}`)}</dt><dd>${number(values[name])}</dd></div>`)}</dl>`;

const faults = errors => html`<h3>${t('roster.faults')}</h3>
  <div class="wide-table" tabindex="0" role="region" aria-label=${t('roster.faults')}><table>
    <thead><tr><th scope="col">${t('roster.row')}</th><th scope="col">${t('roster.column')}</th><th scope="col">${t('roster.message')}</th></tr></thead>
    <tbody>${errors.map(error => html`<tr><td>${digits(error.row)}</td><td lang="en">${error.column}</td><td>${said(error.message)}</td></tr>`)}</tbody>
  </table></div>`;

export default async function roster({ values }, paint) {
  const { institute: id } = values;
  const { institute, cohorts } = await instituteAndCohorts(id);
  const cohort = values.cohort ?? (cohorts.length === 1 ? cohorts[0].id : undefined);
  const key = `${id} ${cohort ?? ''}`;
  const state = states.get(key) ?? {};
  states.set(key, state);

  const upload = submitting(state, draw, async ({ list }) => {
    state.applied = null;
    state.plan = null;
    state.plan = await post(`/institutes/${id}/roster-plans${query({ cohort })}`, list, { type: 'text/csv' });
  });
  const apply = () => doing(state, draw, async () => {
    state.name = undefined;
    state.applied = await post(`/roster-plans/${state.plan.id}/application`);
    state.plan = null;
  });
  const drop = () => doing(state, draw, async () => {
    await remove(`/roster-plans/${state.plan.id}`);
    state.plan = null;
  });

  const named = event => {
    state.name = event.target.files[0]?.name;
    draw();
  };

  const planned = plan => html`<section class="card" aria-live="polite">
    <h2>${t('roster.plan')}</h2>
    <p>${t('roster.planLead')}</p>
    ${tiles(COUNTS, plan)}
    ${plan.errors?.length ? faults(plan.errors) : nothing}
    <p class="doing"><button class="button" aria-disabled=${state.busy ? 'true' : nothing} @click=${apply}>${t('roster.apply')}</button>
      <button class="button quiet" aria-disabled=${state.busy ? 'true' : nothing} @click=${drop}>${t('roster.drop')}</button></p>
  </section>`;

  const applied = done => html`<section class="card" role="status">
    <p class="notice good">${t('roster.applied')}</p>
    ${tiles(['created', 'updated', 'enrolled', 'left'], done)}
    <p class="doing"><a class="button" href="#/institutes/${id}${query({ cohort })}">${t('institute.progress')}</a></p>
  </section>`;

  const uploading = () => html`<form class="card" @submit=${upload}>
    <div class="field"><label for="list">${t('roster.file')}</label>
      <p class="hint" id="list-hint">${t('roster.hint')}</p>
      <div class="file"><span class="button quiet" aria-hidden="true">${t('roster.choose')}</span> <span aria-live="polite">${state.name ?? t('roster.noFile')}</span>
        <input id="list" name="list" type="file" accept=".csv,text/csv" required aria-describedby="list-hint" @change=${named}></div></div>
    <details><summary>${t('roster.columns')}</summary><p class="hint">${t('roster.columnsHint')}</p>
      <p><code lang="en">email, name_bn, name_en, designation_bn, designation_en, unit, phone, service_id, language</code></p></details>
    ${button(t('roster.upload'), state.busy)}
  </form>`;

  function draw() {
    paint(frame(institute, 'roster', html`
      <p class="lead">${t('roster.lead')}</p>
      ${cohorts.length ? cohortChoice(cohorts, cohort, chosen => { location.hash = `#/institutes/${id}/roster${query({ cohort: chosen })}`; }, t('cohort.choose'))
        : html`<p class="notice">${t('cohort.none')} <a href="#/institutes/${id}/cohort">${t('institute.cohort')}</a></p>`}
      ${trouble(state.problem)}
      ${cohort && !state.plan ? uploading() : nothing}
      ${state.plan ? planned(state.plan) : nothing}
      ${state.applied ? applied(state.applied) : nothing}`), plain(institute.name));
  }
  draw();
}

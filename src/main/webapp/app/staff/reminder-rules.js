import { html, nothing } from '../vendor.js';
import { get, put, query, remove } from '../api.js';
import { digits, plain, t } from '../words.js';
import { done, tick } from '../fields.js';
import { button, doing, field, submitting, trouble } from '../parts.js';
import { at, cohortChoice, instituteAndCohorts } from './institute.js';
import { inner } from './reminders.js';

const LATIN = '০১২৩৪৫৬৭৮৯';
const numbers = text => [...text].map(each => LATIN.includes(each) ? LATIN.indexOf(each) : each).join('').match(/\d+/g)?.map(Number) ?? [];

/** When people of an institute, or those in one cohort, are reminded. */
export default async function rules({ values }, paint) {
  const { institute: id, cohort } = values;
  const path = cohort ? `/cohorts/${cohort}/reminder-rules${query({ institute: id })}` : `/institutes/${id}/reminder-rules`;
  const [{ institute, cohorts }, first] = await Promise.all([instituteAndCohorts(id), get(path)]);
  const state = { rules: first };

  const save = submitting(state, draw, async given => {
    const [stalled] = numbers(given.stalled);
    const [notStarted] = numbers(given.notStarted);
    state.rules = await put(path, {
      dueSoon: { on: given.dueSoonOn === 'on', days: numbers(given.dueSoon) },
      stalled: { on: given.stalledOn === 'on', days: stalled },
      notStarted: { on: given.notStartedOn === 'on', days: notStarted },
    });
    state.told = t('saved');
  });
  const drop = () => doing(state, draw, async () => {
    state.rules = await remove(path);
    state.told = t('saved');
  });

  const one = (name, days) => html`<fieldset class="rule"><legend>${t(`rule.${name}.title`)}</legend>
    ${tick({ name: `${name}On`, label: t('rule.on'), checked: state.rules[name].on })}
    ${field({ name, label: t(`rule.${name}.days`), value: digits(days), inputmode: 'numeric', problem: state.problem })}</fieldset>`;

  function draw() {
    const { dueSoon, stalled, notStarted, setBy } = state.rules;
    paint(inner(institute, 'rules', html`
      <p class="lead">${t('rules.lead')}</p>
      ${cohortChoice(cohorts, cohort, value => { location.hash = at(institute, 'reminders', 'rules') + query({ cohort: value }); }, t('rules.institute'))}
      ${done(state.told)}
      <p class="soft">${t(`rules.by.${setBy}`)}</p>
      <form class="card" @submit=${save}>${trouble(state.problem)}
        ${one('dueSoon', dueSoon.days.join(', '))}${one('stalled', stalled.days)}${one('notStarted', notStarted.days)}
        <div class="doing">${button(t('save'), state.busy)}
          ${cohort && setBy === 'cohort' ? html`<button type="button" class="button quiet" @click=${drop}>${t('rules.drop')}</button>` : nothing}</div></form>`), plain(institute.name));
  }
  draw();
}

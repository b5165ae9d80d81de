import { html, nothing } from '../vendor.js';
import { get, post, put } from '../api.js';
import { course } from '../enrolments.js';
import { date, plain, said, t } from '../words.js';
import { both, once } from '../fields.js';
import { choice, field } from '../parts.js';
import { today } from './fiscal.js';
import { about, ask, reason } from './parts.js';

const open = ({ state }) => state === 'invited' || state === 'active';

/** What can be done about an enrolment as it stands. */
export const actsOf = (enrolment, cohort) => [
  ...open(enrolment) ? ['later', 'allow', 'move', 'withdraw'] : [],
  ...enrolment.state === 'invited' && cohort && cohort.starts > today() ? ['replace'] : [],
  ...enrolment.state === 'withdrawn' || enrolment.state === 'lapsed' ? ['reinstate'] : [],
];

const limit = (quiz, name) => name === 'attempts' ? quiz?.attempts : quiz?.timeLimitMinutes;
const limited = quiz => limit(quiz, 'attempts') != null || limit(quiz, 'minutes') != null;

/** How much more of something; where there is no end of it anyway, that is said instead. */
const more = (quiz, name, problem) => limit(quiz, name) == null ? html`<p class="hint" id="allow-${name}">${t(`allow.unlimited.${name}`)}</p>`
  : field({ name, id: `allow-${name}`, label: t(`allow.${name}`), hint: t(`allow.now.${name}`, { n: limit(quiz, name) }), type: 'number', min: 0, inputmode: 'numeric', required: false, problem });

/** The fields of an allowance: at which quiz, and how much more. */
export function allowance(quizzes) {
  let chosen = (quizzes.find(limited) ?? quizzes[0])?.id;
  return (problem, draw) => {
    const quiz = quizzes.find(each => each.id === chosen);
    return html`
      ${choice({ name: 'quiz', id: 'allow-quiz', label: t('kind.quiz'), value: chosen, options: quizzes.map(each => [each.id, plain(each)]), required: true, onChange: id => { chosen = id; draw(); } })}
      <div class="filters" aria-live="polite">${['attempts', 'minutes'].map(name => more(quiz, name, problem))}</div>
      ${limited(quiz) ? reason(problem) : nothing}`;
  };
}

/** What is sent of an allowance; the name is drawn once for a form, so that two clicks give one. */
export const allowed = (name = once()) => ({ quiz, attempts, minutes, reason: why }) => ({
  once: name,
  quiz,
  ...Number(attempts) && { attempts: Number(attempts) },
  ...Number(minutes) && { minutes: Number(minutes) },
  reason: why,
});

export const quizzesOf = async id => {
  const { modules, tests = [] } = await course(id);
  return [...modules.flatMap(each => each.quiz ? [each.quiz] : []), ...tests.map(each => ({ attempts: 1, ...each }))];
};

export const quizTitle = (quizzes, id) => said(quizzes.find(each => each.id === id) ?? id);

/** Someone of the institute: found by name, or described anew by e-mail. */
export const newcomer = problem => html`
  ${field({ name: 'email', id: 'new-email', label: t('field.email'), hint: t('newcomer.hint'), type: 'email', autocapitalize: 'none', problem })}
  <details><summary>${t('newcomer.names')}</summary>
    ${[['nameBn', 'bn'], ['nameEn', 'en'], ['designationBn', 'bn'], ['designationEn', 'en']].map(([name, lang]) =>
      field({ name, id: `new-${name}`, label: t(`field.${name}`), lang, required: false, problem }))}</details>`;

export const described = ({ email, nameBn, nameEn, designationBn, designationEn }) => ({
  email: email.trim(),
  name: both(nameBn, nameEn),
  designation: both(designationBn, designationEn),
});

const only = problem => reason(problem);
const simple = path => ({ form: () => only, act: id => given => post(`/enrolments/${id}/${path}`, { reason: given.reason }) });

const acts = {
  withdraw: { ...simple('withdrawal'), look: 'danger' },
  reinstate: simple('reinstatement'),
  later: {
    form: enrolment => problem => html`${field({ name: 'due', id: 'act-due', label: t('act.due'), type: 'date', min: today(), value: enrolment.due ?? '', problem })}${only(problem)}`,
    act: id => ({ due, reason: why }) => put(`/enrolments/${id}/due`, { due, reason: why }),
  },
  allow: {
    form: (_, { quizzes }) => allowance(quizzes),
    act: (id, sent = allowed()) => given => post(`/enrolments/${id}/allowances`, sent(given)),
  },
  move: {
    form: (enrolment, { cohorts }) => problem => html`${choice({
      name: 'cohort', id: 'act-cohort', label: t('act.cohort'), required: true,
      options: [['', t('cohort.choose')], ...cohorts.map(each => [each.id, `${plain(each)} (${date(each.starts)} – ${date(each.ends)})`])],
    })}${only(problem)}`,
    act: id => ({ cohort, reason: why }) => post(`/enrolments/${id}/move`, { cohort, reason: why }),
  },
  replace: {
    form: () => problem => html`${newcomer(problem)}${only(problem)}`,
    act: id => given => post(`/enrolments/${id}/replacement`, { ...described(given), reason: given.reason }),
    look: 'danger',
  },
};

/** Where an enrolment may move to: a cohort of its institute with its course, not the one it is in. */
const destinations = async ({ course: id, cohort, institute }) => (await get('/cohorts')).filter(each =>
  each.id !== cohort && each.seats[institute] && (!each.course || each.course === id) && each.ends >= today());

/** Asks for what an act needs, and does it; resolves to a word of what was done, or to undefined. */
export async function act(name, enrolment) {
  const { form, act: how, look } = acts[name];
  const context = {
    quizzes: name === 'allow' ? await quizzesOf(enrolment.course) : [],
    cohorts: name === 'move' ? await destinations(enrolment) : [],
  };
  const happened = await ask({
    title: html`${t(`act.${name}`)}: ${said(enrolment.name)}`,
    lead: t(`act.${name}.lead`),
    label: t(`act.${name}`),
    look,
    form: form(enrolment, context),
    act: how(enrolment.id),
  });
  return happened ? t('act.done', { name: plain(enrolment.name) }) : undefined;
}

/** Folds the menu in which a button was pressed; its summary is where the focus comes back to when the dialog is done. */
const fold = event => {
  const menu = event.currentTarget.closest('details');
  menu.open = false;
  menu.querySelector('summary').focus();
};

/** The acts that are possible, behind one button; `go` gets the name of the one chosen. */
export function actsMenu(enrolment, cohort, go, more = nothing) {
  const possible = actsOf(enrolment, cohort);
  if (!possible.length && more === nothing) return nothing;
  return html`<details class="menu"><summary>${t('action')}${about(enrolment.name)}</summary>
    <div class="acts">${more}${possible.map(each => html`<button class="button quiet" @click=${event => { fold(event); go(each); }}>${t(`act.${each}`)}</button>`)}</div></details>`;
}

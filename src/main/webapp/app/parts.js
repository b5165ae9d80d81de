import { html, nothing } from './vendor.js';
import { Problem } from './api.js';
import { digits, t, time } from './words.js';

/** Runs a person's act: busy while it lasts, a problem kept for the page to show, anything unforeseen thrown on. */
export async function doing(state, draw, act) {
  if (state.busy) return;
  Object.assign(state, { busy: true, problem: null });
  draw();
  try {
    await act();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    state.problem = problem;
  } finally {
    state.busy = false;
    draw();
  }
}

export const submitting = (state, draw, act) => event => {
  event.preventDefault();
  const form = event.currentTarget;
  return doing(state, draw, () => act(Object.fromEntries(new FormData(form)), form));
};

export function trouble(problem) {
  if (!problem) return nothing;
  return html`<div class="notice bad" role="alert">
    <p>${problem.text}</p>
    ${problem.retryAfter > 60
      ? html`<p>${t('retryAt', { time: time(new Date(Date.now() + problem.retryAfter * 1000).toISOString()) })}</p>` : nothing}
    ${problem.status === 500 && problem.body.instance
      ? html`<p class="soft">${t('problemNumber', { id: problem.body.instance })}</p>` : nothing}
  </div>`;
}

/** A labelled input; `hint` stands under the label, the server's word on this field under the input. */
export function field({ name, id = name, label, type = 'text', hint, problem, value = '', ...more }) {
  const wrong = problem?.field?.(name);
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <input id=${id} name=${name} type=${type} .value=${value} ?required=${more.required ?? true}
      autocomplete=${more.autocomplete ?? 'off'} inputmode=${more.inputmode ?? nothing} min=${more.min ?? nothing}
      minlength=${more.minlength ?? nothing} lang=${more.lang ?? nothing} autocapitalize=${more.autocapitalize ?? nothing}
      aria-invalid=${wrong ? 'true' : nothing} aria-describedby="${id}-wrong ${hint ? `${id}-hint` : ''}">
    <p class="wrong" id="${id}-wrong">${wrong ?? nothing}</p>
  </div>`;
}

export function choice({ name, id = name, label, hint, value, options, onChange, required }) {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <select id=${id} name=${name} aria-describedby=${hint ? `${id}-hint` : nothing} ?required=${required} @change=${onChange && (event => onChange(event.target.value))}>
      ${options.map(([option, text]) => html`<option value=${option} .selected=${option === (value ?? '')}>${text}</option>`)}
    </select>
  </div>`;
}

export const button = (label, busy, look = '') =>
  html`<button class="button ${look}" aria-disabled=${busy ? 'true' : nothing}>${busy ? t('wait') : label}</button>`;

/** The steps climbed and those to come, as the stairs that the name means. */
export function stairs(done, total) {
  const shown = Math.min(Math.max(total, 1), 24);
  const climbed = total ? Math.floor(done / total * shown) : 0;
  return html`<div class="stairs" aria-hidden="true">${Array.from({ length: shown }, (_, at) =>
    html`<i class=${at < climbed ? 'done' : at === climbed ? 'here' : ''} .style=${`--rise:${(at + 1) / shown}`}></i>`)}</div>`;
}

export const progress = ({ done, total, percent }) => html`
  ${stairs(done, total)}
  <p class="climbed">${t('stepsDone', { done, total })} <b>${t('percent', { n: percent })}</b></p>`;

export const head = (title, above, below) => html`<div class="head">
  ${above ? html`<p class="above">${above}</p>` : nothing}
  <h1 tabindex="-1">${title}</h1>
  ${below ? html`<p class="lead">${below}</p>` : nothing}
</div>`;

export const back = (href, label) => html`<a class="back" href=${href}>${label}</a>`;

export const minutes = n => n ? t('minutes', { n }) : '';

export const clock = seconds =>
  digits(`${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`);

export const steps = {
  lesson: (enrolment, id) => `#/enrolments/${enrolment}/lessons/${id}`,
  quiz: (enrolment, id) => `#/enrolments/${enrolment}/quizzes/${id}`,
  test: (enrolment, id) => `#/enrolments/${enrolment}/quizzes/${id}`,
};

/** Where a step is taken; a kind that has no page here leads to its course. */
export const stepHref = (enrolment, step) =>
  steps[step?.kind]?.(enrolment, encodeURIComponent(step.id)) ?? `#/enrolments/${enrolment}`;

import { html, nothing } from '../vendor.js';
import { post } from '../api.js';
import { t } from '../words.js';
import { button, head, submitting, trouble } from '../parts.js';

/** Opened from a mailed link; only the button confirms, for programs follow links too. */
export default function emailChange({ values }, paint) {
  const state = {};
  const confirm = submitting(state, draw, async () => { state.answer = (await post('/email-changes', { token: values.token })).state; });

  function draw() {
    paint(html`<div class="narrow">
      ${head(t('email.title'), null, state.answer ? null : t('email.lead'))}
      ${state.answer ? html`<p class="notice good" role="status">${t(`email.${state.answer}`)}</p>
          ${state.answer === 'done' ? html`<p><a class="button" href="#/sign-in">${t('signIn.do')}</a></p>` : nothing}`
        : html`<form class="card" @submit=${confirm}>${trouble(state.problem)}${button(t('email.do'), state.busy, 'wide')}</form>`}
    </div>`, t('email.title'));
  }
  draw();
}

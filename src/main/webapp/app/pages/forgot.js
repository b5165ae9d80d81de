import { html } from '../vendor.js';
import { post } from '../api.js';
import { t } from '../words.js';
import { back, button, field, head, submitting, trouble } from '../parts.js';

export default function forgot(_, paint) {
  const state = {};
  const ask = submitting(state, draw, async ({ email }) => {
    await post('/password-resets', { email: email.trim() });
    state.sent = email.trim();
  });

  function draw() {
    paint(html`<div class="narrow">
      ${back('#/sign-in', t('signIn.do'))}
      ${head(t('forgot.title'), null, state.sent ? null : t('forgot.lead'))}
      ${state.sent
        ? html`<p class="notice good" role="status">${t('forgot.sent', { email: state.sent })}</p>`
        : html`<form class="card" @submit=${ask}>
          ${trouble(state.problem)}
          ${field({ name: 'email', label: t('field.email'), type: 'email', autocomplete: 'username', autocapitalize: 'none', problem: state.problem })}
          ${button(t('forgot.do'), state.busy, 'wide')}
        </form>`}
    </div>`, t('forgot.title'));
  }
  draw();
}

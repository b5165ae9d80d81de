import { html } from '../vendor.js';
import { post } from '../api.js';
import { chosen, language, speak, t } from '../words.js';
import { enter } from '../session.js';
import { resume } from '../outgoing.js';
import { button, field, head, stairs, submitting, trouble } from '../parts.js';

/** Someone has just come in, here or through a mailed link. */
export async function cameIn(person, next) {
  enter(person);
  if (!chosen() && person.language) await speak(person.language);
  resume();
  location.replace(next);
}

export default function signIn({ values }, paint) {
  const state = {};
  const next = values.back?.startsWith('#/') ? values.back : '#/';
  const enterWith = submitting(state, draw, async ({ email, password }) => {
    const { person } = await post('/session', { email: email.trim(), password });
    await cameIn(person, next);
  });
  const check = event => {
    event.preventDefault();
    location.href = `/verify/${encodeURIComponent(new FormData(event.currentTarget).get('serial').trim())}?lang=${language}`;
  };

  function draw() {
    paint(html`<div class="welcome">
      <section class="hero">
        ${head(t('signIn.title'), null, t('signIn.lead'))}
        ${stairs(5, 9)}
      </section>
      <form class="card" @submit=${enterWith}>
        ${values.back ? html`<p class="notice">${t('signIn.first')}</p>` : ''}
        ${trouble(state.problem)}
        ${field({ name: 'email', label: t('field.email'), type: 'email', autocomplete: 'username', autocapitalize: 'none' })}
        ${field({ name: 'password', label: t('field.password'), type: 'password', autocomplete: 'current-password' })}
        ${button(t('signIn.do'), state.busy, 'wide')}
        <p><a href="#/forgot">${t('forgot.link')}</a></p>
        <p class="hint">${t('signIn.invited')}</p>
      </form>
      <form class="check" @submit=${check}>
        ${field({ name: 'serial', label: t('verify.label'), hint: t('verify.hint'), autocapitalize: 'characters' })}
        ${button(t('verify.do'), false, 'quiet')}
      </form>
    </div>`, t('signIn.do'));
  }
  draw();
}

import { html, nothing } from '../vendor.js';
import { post } from '../api.js';
import { chosen, language, speak, t } from '../words.js';
import { came, enter, last, settleLeaving } from '../session.js';
import { discardStrangers, resume, strangers } from '../outgoing.js';
import { button, field, head, stairs, submitting, trouble } from '../parts.js';

/** Someone has just come in, here or through a mailed link. */
export async function cameIn(person, next) {
  await enter(person);
  came();
  if (!chosen() && person.language) await speak(person.language);
  resume();
  location.replace(next);
}

export default async function signIn({ values }, paint) {
  const state = { waiting: await strangers() };
  const next = values.back?.startsWith('#/') ? values.back : '#/';
  const enterWith = submitting(state, draw, async ({ email, password }) => {
    await settleLeaving();
    const { person } = await post('/session', { email: email.trim(), password });
    await cameIn(person, next);
  });
  const check = event => {
    event.preventDefault();
    location.href = `/verify/${encodeURIComponent(new FormData(event.currentTarget).get('serial').trim())}?lang=${language}`;
  };

  const discard = async () => {
    if (!state.asking) state.asking = true;
    else {
      await discardStrangers();
      state.waiting = [];
    }
    draw();
  };

  /** Of whom they are is not said: whoever holds the phone may be somebody else. */
  const waiting = () => html`<div class="notice warn">
    <p>${t(last() ? 'waiting.here' : 'waiting.others', { n: state.waiting.length })}</p>
    ${state.asking ? html`<p role="alert">${t('waiting.sure')}</p>` : nothing}
    <button class="button quiet small" type="button" @click=${discard}>${t(state.asking ? 'waiting.discardNow' : 'waiting.discard')}</button></div>`;

  function draw() {
    paint(html`<div class="welcome">
      <section class="hero">
        ${head(t('signIn.title'), null, t('signIn.lead'))}
        ${stairs(5, 9)}
      </section>
      <form class="card" @submit=${enterWith}>
        ${values.back ? html`<p class="notice">${t('signIn.first')}</p>` : ''}
        ${state.waiting.length ? waiting() : nothing}
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

import { html } from '../vendor.js';
import { get, post, put } from '../api.js';
import { t } from '../words.js';
import { done, tick } from '../fields.js';
import { button, doing, head, submitting, trouble } from '../parts.js';

/** Whether one is reminded by e-mail: by the link of a mail, where a button acts, or signed in. */
export default async function reminders({ values }, paint) {
  const { token } = values;
  const state = token ? {} : { notices: await get('/me/notices') };
  const stop = submitting(state, draw, async () => {
    await post(`/unsubscribe/${encodeURIComponent(token)}`);
    state.told = t('unsubscribe.done');
  });
  const choose = wanted => doing(state, draw, async () => {
    state.notices = await put('/me/notices', { reminders: wanted });
    state.told = t('saved');
  });

  const byLink = () => state.told ? done(state.told) : html`<form class="card" @submit=${stop}>${trouble(state.problem)}${button(t('unsubscribe.do'), state.busy, 'wide')}</form>`;
  const byChoice = () => html`<section class="card">${done(state.told)}${trouble(state.problem)}
    ${tick({ name: 'reminders', label: t('profile.remindersOn'), checked: state.notices.reminders, onChange: choose })}</section>`;

  function draw() {
    paint(html`<div class="narrow">${head(t('profile.reminders'), null, t('profile.remindersHint'))}${token ? byLink() : byChoice()}
      <p class="soft">${t('unsubscribe.back')} <a href="#/profile">${t('profile.title')}</a></p></div>`, t('profile.reminders'));
  }
  draw();
}

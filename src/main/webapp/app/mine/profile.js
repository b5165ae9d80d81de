import { html, nothing } from '../vendor.js';
import { get, post, put } from '../api.js';
import { date, said, t } from '../words.js';
import { area, asTyped, both, bothNames, done, fact, tick } from '../fields.js';
import { button, doing, field, head, submitting, trouble } from '../parts.js';
import { profileFields, profileOf } from './profile-fields.js';

/** What is held of oneself, and what one may do about it. */
export default async function profile(_, paint) {
  const [mine, corrections, notices] = await Promise.all([get('/me/profile'), get('/me/corrections'), get('/me/notices')]);
  const state = { mine, corrections, notices };
  const [saving, correcting, moving, choosing] = [{}, {}, {}, {}];

  const save = submitting(saving, draw, async given => {
    state.mine = await put('/me/profile', profileOf(given, state.mine));
    saving.done = t('saved');
  });
  const correct = submitting(correcting, draw, async (given, form) => {
    await post('/me/corrections', { name: both(given.nameBn, given.nameEn), designation: both(given.designationBn, given.designationEn), reason: given.reason });
    form.reset();
    state.corrections = await get('/me/corrections');
    correcting.done = t('profile.corrected');
  });
  const move = submitting(moving, draw, async ({ email, password }, form) => {
    await post('/me/email', { email: email.trim(), password });
    form.reset();
    moving.done = t('profile.emailSent');
  });
  const choose = reminders => doing(choosing, draw, async () => {
    state.notices = await put('/me/notices', { reminders });
    choosing.done = t('saved');
  });

  const asked = each => html`<li>${each.name ? bothNames(each.name) : nothing}${each.designation ? bothNames(each.designation) : nothing}
    <b>${t(`profile.correction.${each.state}`, {}, each.state)}</b> <span class="soft">${date(each.decidedAt ?? each.askedAt)}</span>
    ${each.note ? html`<br>${asTyped(each.note)}` : nothing}</li>`;

  function draw() {
    const me = state.mine;
    paint(html`<div class="narrow">
      ${head(t('profile.title'))}
      <section class="card"><dl class="facts long">
        ${fact(t('profile.name'), me.name && bothNames(me.name))}
        ${fact(t('field.email'), html`<span lang="en">${me.email}</span>`)}
        ${fact(t('profile.institute'), me.organization && said(me.organization))}</dl>
        <p><a href="#/transfers">${t('profile.transfer')}</a></p></section>
      <form class="card" @submit=${save}><h2>${t('profile.data')}</h2>
        ${done(saving.done)}${trouble(saving.problem)}
        ${profileFields(me, saving.problem)}
        ${button(t('save'), saving.busy)}</form>
      <section class="card"><h2>${t('profile.reminders')}</h2><p class="hint">${t('profile.remindersHint')}</p>
        ${done(choosing.done)}${trouble(choosing.problem)}
        ${tick({ name: 'reminders', label: t('profile.remindersOn'), checked: state.notices.reminders, onChange: choose })}</section>
      <details class="card" ?open=${Boolean(moving.problem || moving.done)}><summary>${t('profile.email')}</summary><form @submit=${move}>
        <p class="hint">${t('profile.emailHint')}</p>${done(moving.done)}${trouble(moving.problem)}
        ${field({ name: 'email', label: t('profile.emailNew'), type: 'email', autocapitalize: 'none', autocomplete: 'email', problem: moving.problem })}
        ${field({ name: 'password', label: t('field.password'), type: 'password', autocomplete: 'current-password', problem: moving.problem })}
        ${button(t('profile.emailDo'), moving.busy)}</form></details>
      <details class="card" ?open=${Boolean(correcting.problem || correcting.done)}><summary>${t('profile.correction')}</summary><form @submit=${correct}>
        <p class="hint">${t('profile.correctionHint')}</p>${done(correcting.done)}${trouble(correcting.problem)}
        ${[['nameBn', 'bn'], ['nameEn', 'en'], ['designationBn', 'bn'], ['designationEn', 'en']].map(([name, lang]) =>
          field({ name, label: t(`field.${name}`), lang, required: false, problem: correcting.problem }))}
        ${area({ name: 'reason', label: t('reason'), problem: correcting.problem })}
        ${button(t('profile.correctionDo'), correcting.busy)}</form>
        ${state.corrections.length ? html`<h3>${t('profile.corrections')}</h3><ul>${state.corrections.map(asked)}</ul>` : nothing}</details>
      <section class="card"><h2>${t('profile.download')}</h2><p class="hint">${t('profile.downloadHint')}</p>
        <p><a class="button quiet" href="/api/me/data" download>${t('profile.downloadDo')}</a></p></section>
    </div>`, t('profile.title'));
  }
  draw();
}

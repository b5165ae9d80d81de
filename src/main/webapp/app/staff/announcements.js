import { html, nothing } from '../vendor.js';
import { get, post, remove } from '../api.js';
import { plain, said, t, time } from '../words.js';
import { area, both, done, once, tick } from '../fields.js';
import { button, doing, field, submitting, trouble } from '../parts.js';
import { cohortFrame, theCohort } from './cohort-frame.js';
import { ask } from './parts.js';

/** What a cohort was told, and something new to tell it. */
export default async function announcements({ values }, paint) {
  const path = `/cohorts/${values.cohort}/announcements`;
  const [frame, first] = await Promise.all([theCohort(values), get(path)]);
  const state = { all: first, once: once() };
  const reload = async () => { state.all = await get(path); };

  const tell = submitting(state, draw, async (given, form) => {
    const made = await post(path, {
      title: both(given.titleBn, given.titleEn), body: both(given.bodyBn, given.bodyEn), mail: given.mail === 'on', once: state.once,
      ...frame.institute && { institute: frame.institute.id },
    });
    state.told = made.mail ? t('announce.mailed', { n: made.queued }) : t('announce.told');
    state.once = once();
    form.reset();
    await reload();
  });
  const withdraw = each => async () => {
    const back = await ask({ title: t('announce.withdraw'), lead: t('announce.withdrawLead'), label: t('announce.withdraw'), look: 'danger', act: () => remove(`/announcements/${each.id}`) });
    if (back) await doing(state, draw, reload);
  };

  const card = each => html`<li class="card message">
    <p class="above">${each.withdrawnAt ? t('announce.withdrawn') : said(each.authorName)}<span>${time(each.publishedAt)}</span></p>
    <h3>${said(each.title)}</h3><p class="lines">${said(each.body)}</p>
    <p class="soft">${each.people == null ? nothing : t('announce.seen', { seen: each.seen ?? 0, n: each.people })}</p>
    ${each.own && !each.withdrawnAt ? html`<button class="button quiet" @click=${withdraw(each)}>${t('announce.withdraw')}</button>` : nothing}</li>`;

  function draw() {
    const { problem } = state;
    paint(cohortFrame(frame, 'announcements', html`
      ${done(state.told)}
      <form class="card" @submit=${tell}><h2>${t('announce.new')}</h2><p class="hint">${t('announce.hint')}</p>
        ${trouble(problem)}
        ${['Bn', 'En'].map(lang => html`
          ${field({ name: `title${lang}`, label: t(`announce.title${lang}`), lang: lang.toLowerCase(), required: false, problem })}
          ${area({ name: `body${lang}`, label: t(`announce.body${lang}`), lang: lang.toLowerCase(), rows: 4, maxlength: 5000, required: false, problem })}`)}
        ${tick({ name: 'mail', label: t('announce.mail'), checked: true })}
        ${button(t('announce.do'), state.busy)}</form>
      ${state.all.length ? html`<h2>${t('announce.all')}</h2><ul class="messages">${state.all.map(card)}</ul>` : html`<p class="soft">${t('announce.none')}</p>`}`), plain(frame.cohort));
  }
  draw();
}

import { html, nothing } from '../vendor.js';
import { get, post, query, remove } from '../api.js';
import { date, plain, said, t, time } from '../words.js';
import { asTyped, done } from '../fields.js';
import { back, button, doing, field, head, submitting, trouble } from '../parts.js';
import { courseTitle } from './cohort-frame.js';
import { ask, reason, table } from './parts.js';

/** Someone by an e-mail address, or by an id as it stands in an address. */
async function find(text) {
  if (!text.includes('@')) return text.trim();
  const { items } = await get(`/people${query({ q: text.trim(), size: 10 })}`);
  return items.find(each => each.email === text.trim().toLowerCase())?.id ?? items[0]?.id ?? '';
}

/** One record of two: what would happen is shown first, and for thirty days it can be parted again. */
export default async function merges({ values }, paint) {
  const [courses, first, drop] = await Promise.all([get('/courses'), get('/merges'), values.drop && get(`/people/${values.drop}`)]);
  const state = { all: first, drop: drop?.email ?? '' };

  const preview = submitting(state, draw, async given => {
    Object.assign(state, { preview: null, told: null });
    state.preview = await post('/merges/preview', { keep: await find(given.keep), drop: await find(given.drop) });
  });
  const merge = async () => {
    const { keep, drop: dropped } = state.preview;
    const merged = await ask({ title: t('merge.do'), lead: t('merge.lead', { keep: plain(keep) || keep.email, drop: plain(dropped) || dropped.email }), label: t('merge.do'), look: 'danger',
      form: reason, act: given => post('/merges', { keep: keep.id, drop: dropped.id, reason: given.reason }) });
    if (!merged) return;
    Object.assign(state, { preview: null, told: t('merge.done', { time: time(merged.undoableUntil) }) });
    await doing(state, draw, async () => { state.all = await get('/merges'); });
  };
  const part = each => async () => {
    const parted = await ask({ title: t('merge.undo'), label: t('merge.undo'), look: 'danger', act: () => remove(`/merges/${each.id}`) });
    if (parted) await doing(state, draw, async () => { state.all = await get('/merges'); });
  };

  const side = (word, each) => html`<div class="card"><p class="above">${t(word)}</p><h3><a href="#/people/${each.id}">${said(each)}</a></h3>
    <p><span lang="en">${each.email}</span><br>${said(each.designation)}</p></div>`;
  const shown = ({ keep, drop: dropped, possible, serials, enrolments }) => html`<section aria-live="polite"><h2>${t('merge.preview')}</h2>
    <div class="columns">${side('merge.keep', keep)}${side('merge.drop', dropped)}</div>
    ${possible ? nothing : html`<p class="notice bad">${serials.length ? html`${t('merge.twoCertificates')} ${serials.map(serial => html`<a class="serial" lang="en" href="#/registry?serial=${serial}">${serial}</a> `)}` : t('merge.impossible')}</p>`}
    ${enrolments.length ? table(t('merge.enrolments'), [t('course'), t('merge.of'), t('merge.outcome')], enrolments.map(each => html`<tr>
      <td>${courseTitle(courses, each.course)}</td><td>${t(each.person === keep.id ? 'merge.keep' : 'merge.drop')}</td><td>${t(`merge.${each.outcome}`)}</td></tr>`)) : nothing}
    ${possible ? html`<p class="doing"><button class="button danger" @click=${merge}>${t('merge.do')}</button></p>` : nothing}</section>`;

  const row = each => html`<tr><td>${time(each.mergedAt)}</td><td><a href="#/people/${each.keep}">${t('merge.keep')}</a></td><td>${asTyped(each.reason)}</td>
    <td>${each.undoneAt ? t('merge.undone', { date: date(each.undoneAt) }) : html`<button class="button quiet" @click=${part(each)}>${t('merge.undo')}</button><br><small>${t('merge.until', { time: time(each.undoableUntil) })}</small>`}</td></tr>`;

  function draw() {
    paint(html`${back('#/administration', t('menu.administration'))}${head(t('door.merges'), null, t('door.merges.text'))}
      ${done(state.told)}
      <form class="card" @submit=${preview}>${trouble(state.problem)}
        ${field({ name: 'keep', label: t('merge.keep'), hint: t('merge.hint'), type: 'email', autocapitalize: 'none', problem: state.problem })}
        ${field({ name: 'drop', label: t('merge.drop'), type: 'email', autocapitalize: 'none', value: state.drop, problem: state.problem })}
        ${button(t('merge.look'), state.busy)}</form>
      ${state.preview ? shown(state.preview) : nothing}
      ${state.all.items.length ? html`<section class="module"><h2>${t('merge.all')}</h2>
        ${table(t('merge.all'), [t('when'), t('name'), t('reason'), t('action')], state.all.items.map(row))}</section>` : nothing}`, t('door.merges'));
  }
  draw();
}

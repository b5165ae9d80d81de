import { html, nothing } from '../vendor.js';
import { get, post } from '../api.js';
import { said, t, time } from '../words.js';
import { done } from '../fields.js';
import { back, button, field, head, submitting, trouble } from '../parts.js';
import { reason, table } from './parts.js';

const FATES = ['goes', 'pseudonymised', 'stays'];

/** What an erasure would take away, and what stays and why; done only by one who types the address. */
export default async function erasure({ values }, paint) {
  const path = `/people/${values.person}/erasure`;
  const [person, first] = await Promise.all([get(`/people/${values.person}`), get(path)]);
  const state = { seen: first };
  const erase = submitting(state, draw, async given => {
    state.seen = await post(path, { reason: given.reason, confirm: given.confirm.trim() });
    state.told = t('erase.done');
  });
  const group = fate => {
    const items = state.seen.items.filter(each => each.fate === fate);
    return items.length ? html`<section class="card"><h2>${items[0].fateWords ?? fate}</h2>
      ${table(items[0].fateWords ?? fate, [t('erase.what'), t('erase.why')], items.map(each => html`<tr><th scope="row">${each.what}</th><td>${each.why}</td></tr>`))}</section>` : nothing;
  };
  function draw() {
    const { seen } = state;
    paint(html`${back(`#/people/${values.person}`, t('erase.back'))}
      ${head(t('erase.title'), null, t('erase.lead'))}
      ${done(state.told)}
      <p>${said(person)} <span lang="en">${seen.email}</span>${seen.erasedAt ? html` · ${t('erase.at', { time: time(seen.erasedAt) })}` : nothing}</p>
      ${FATES.map(group)}
      ${seen.erasedAt ? nothing : html`<form class="card" @submit=${erase}><h2>${t('erase.sure')}</h2>
        <p class="notice bad">${t('erase.never')}</p>
        ${trouble(state.problem)}
        ${reason(state.problem)}
        ${field({ name: 'confirm', label: t('erase.confirm'), hint: html`<span lang="en">${seen.email}</span>`, type: 'email', autocapitalize: 'none', problem: state.problem })}
        ${button(t('erase.do'), state.busy, 'danger')}</form>`}`, t('erase.title'));
  }
  draw();
}

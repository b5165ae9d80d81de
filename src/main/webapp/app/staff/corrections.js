import { html, nothing } from '../vendor.js';
import { get, post, query } from '../api.js';
import { date, said, t } from '../words.js';
import { area, asTyped, bothNames, done } from '../fields.js';
import { doing, trouble } from '../parts.js';
import { holds } from '../session.js';
import { at, frame, named } from './institute.js';
import { ask, pager } from './parts.js';

const SIZE = 20;
const STATES = ['open', 'accepted', 'declined'];

/** What people ask to have corrected, and deciding it. */
export default async function corrections({ values }, paint) {
  const { institute: id, state: shown = 'open' } = values;
  const page = Number(values.page) || 0;
  const list = () => get(`/corrections${query({ institute: id, state: shown, page, size: SIZE })}`);
  const [institute, first] = await Promise.all([id && named(id), list()]);
  const state = { found: first };
  const here = at(id, 'corrections');

  const decide = (each, accept) => async () => {
    const word = accept ? 'accept' : 'decline';
    const decided = await ask({
      title: t(`correction.${word}`), lead: t(`correction.${word}.lead`), label: t(`correction.${word}`), look: accept ? '' : 'danger',
      form: problem => area({ name: 'note', label: t('correction.note'), required: !accept, problem }),
      act: ({ note }) => post(`/corrections/${each.id}/decision`, { accept, ...note && { note } }),
    });
    if (!decided) return;
    state.outdated = decided.certificates;
    await doing(state, draw, async () => { state.found = await list(); });
  };

  const card = each => html`<li class="card message">
    <p class="above">${t(`correction.${each.state}`, {}, each.state)}<span>${date(each.askedAt)}</span></p>
    <h3><a href=${at(id, 'people', each.person.id)}>${said(each.person)}</a></h3>
    <dl class="facts long">
      ${each.name ? html`<div><dt>${t('name')}</dt><dd><s>${bothNames(each.person.name)}</s><br>${bothNames(each.name)}</dd></div>` : nothing}
      ${each.designation ? html`<div><dt>${t('designation')}</dt><dd><s>${bothNames(each.person.designation)}</s><br>${bothNames(each.designation)}</dd></div>` : nothing}
      <div><dt>${t('reason')}</dt><dd>${asTyped(each.reason)}</dd></div>
      ${each.note ? html`<div><dt>${t('correction.note')}</dt><dd>${asTyped(each.note)}</dd></div>` : nothing}</dl>
    ${serials(each.certificates)}
    ${each.state !== 'open' ? nothing : each.needs === 'administrator' && !holds('administrator') ? html`<p class="notice">${t('correction.needsAdministrator')}</p>`
      : html`<div class="acts"><button class="button" @click=${decide(each, true)}>${t('correction.accept')}</button>
        <button class="button quiet" @click=${decide(each, false)}>${t('correction.decline')}</button></div>`}</li>`;

  const serials = all => all?.length ? html`<p class="notice warn">${t('correction.outdated')} ${all.map(serial =>
    holds('administrator') ? html`<a class="serial" lang="en" href="#/registry?serial=${serial}">${serial}</a> ` : html`<span class="serial" lang="en">${serial}</span> `)}</p>` : nothing;

  function draw() {
    paint(frame(institute, 'more', html`
      <nav class="chips" aria-label=${t('state')}>${STATES.map(each => html`<a href=${here + query({ state: each })} aria-current=${each === shown ? 'page' : 'false'}>${t(`correction.${each}`)}</a>`)}</nav>
      ${trouble(state.problem)}
      ${state.outdated ? html`${done(t('correction.decided'))}${serials(state.outdated)}` : nothing}
      ${state.found.items.length ? html`<h2 class="unseen">${t(`correction.${shown}`)}</h2><ul class="messages">${state.found.items.map(card)}</ul>
        ${pager(state.found.total, page, SIZE, to => here + query({ state: shown, page: to }))}` : html`<p class="soft">${t('correction.none')}</p>`}`, t('door.corrections')), t('door.corrections'));
  }
  draw();
}

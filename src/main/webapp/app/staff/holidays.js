import { html, nothing } from '../vendor.js';
import { get, put, query, remove } from '../api.js';
import { date, digits, said, t } from '../words.js';
import { both, done } from '../fields.js';
import { back, button, choice, doing, field, head, submitting, trouble } from '../parts.js';
import { holds } from '../session.js';
import { today } from './fiscal.js';
import { about } from './parts.js';

/** The days on which offices are closed; administrators keep them, the others read. */
export default async function holidays({ values }, paint) {
  const now = Number(today().slice(0, 4));
  const year = values.year ?? String(now);
  const list = () => get(`/holidays${query({ year })}`);
  const state = { all: await list() };
  const admin = holds('administrator');

  const add = submitting(state, draw, async (given, form) => {
    await put(`/holidays/${given.date}`, { name: both(given.nameBn, given.nameEn) });
    form.reset();
    state.told = t('saved');
    state.all = await list();
  });
  const drop = each => doing(state, draw, async () => {
    await remove(`/holidays/${each.date}`);
    state.all = await list();
  });

  function draw() {
    paint(html`${admin ? back('#/administration', t('menu.administration')) : nothing}
      ${head(t('door.holidays'), null, t('door.holidays.text'))}
      ${done(state.told)}${trouble(state.problem)}
      ${choice({ name: 'year', label: t('year'), value: year, onChange: value => { location.hash = `#/holidays?year=${value}`; }, options: [now - 1, now, now + 1].map(each => [String(each), digits(each)]) })}
      ${state.all.length ? html`<ul class="steps">${state.all.map(each => html`<li><div><span class="what">${said(each)}<small>${date(each.date)}</small></span>
        ${admin ? html`<button class="button quiet" @click=${() => drop(each)}>${t('remove')}${about(each)}</button>` : nothing}</div></li>`)}</ul>` : html`<p class="soft">${t('holiday.none')}</p>`}
      ${admin ? html`<form class="card module" @submit=${add}><h2>${t('holiday.add')}</h2><p class="hint">${t('holiday.hint')}</p>
        ${field({ name: 'date', label: t('holiday.date'), type: 'date', problem: state.problem })}
        ${field({ name: 'nameBn', label: t('holiday.nameBn'), lang: 'bn', problem: state.problem })}
        ${field({ name: 'nameEn', label: t('holiday.nameEn'), lang: 'en', problem: state.problem })}
        ${button(t('save'), state.busy)}</form>` : nothing}`, t('door.holidays'));
  }
  draw();
}

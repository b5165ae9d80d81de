import { html, nothing } from '../vendor.js';
import { get, post, put, remove } from '../api.js';
import { date, digits, plain, said, t, time } from '../words.js';
import { asTyped, done, fact } from '../fields.js';
import { button, doing, field, submitting, trouble } from '../parts.js';
import { allowance, allowed, described, newcomer, quizTitle, quizzesOf } from './acts.js';
import { cohortFrame, theCohort } from './cohort-frame.js';
import { today } from './fiscal.js';
import { allInstitutes, at } from './institute.js';
import { about, ask, reason, table } from './parts.js';
import { seatFields, seatsIn } from './seats.js';

const facts = ({ cohort, name }) => html`<dl class="facts long">
  ${fact(t('cohort.host'), said(name(cohort.host)))}
  ${Object.entries(cohort.seats).map(([institute, n]) => fact(said(name(institute)), t('cohort.seatsTaken', { n: cohort.taken?.[institute] ?? 0, of: n })))}
  ${fact(t('cohort.order'), cohort.order && html`${asTyped(digits(cohort.order))}${cohort.orderDate ? html`, ${date(cohort.orderDate)}` : nothing}`)}
  ${fact(t('cohort.contact'), cohort.contact ? html`${said(cohort.contact)} <span lang="en" class="soft">${cohort.contact.email}</span>` : t('cohort.noContact'))}</dl>
  ${cohort.orderDocument ? html`<p><a href="/api/cohorts/${cohort.id}/order-document" download>${t('cohort.document')}</a>
    <span class="soft">${time(cohort.orderDocument.storedAt)}</span></p>` : nothing}`;

const given = (allowances, quizzes) => allowances.length ? html`<h3>${t('allow.given')}</h3>${table(t('allow.given'),
  [t('kind.quiz'), t('allow.more'), t('reason'), t('by'), t('when')], allowances.map(each => html`<tr><td>${quizTitle(quizzes, each.quiz)}</td>
    <td>${[each.attempts && t('allow.nAttempts', { n: each.attempts }), each.minutes && t('minutes', { n: each.minutes })].filter(Boolean).join(', ')}</td>
    <td>${asTyped(each.reason)}</td><td>${said(each.by)}</td><td>${date(each.at)}</td></tr>`))}` : nothing;

/** What holds of a cohort as a whole: its dates, seats, order, facilitators, and help for all of its people. */
export default async function settings({ values }, paint) {
  const [frame, all, roles, allowances] = await Promise.all([
    theCohort(values), allInstitutes(), get(`/roles?cohort=${values.cohort}`), get(`/cohorts/${values.cohort}/allowances`),
  ]);
  const { institute, courses, path } = frame;
  const quizzes = (await Promise.all((frame.cohort.course ? [frame.cohort.course] : courses.map(each => each.id)).map(quizzesOf))).flat();
  const state = { roles: roles.items, allowances };
  const editing = {};
  const scanning = {};

  const change = submitting(editing, draw, async form => {
    frame.cohort = await put(path, {
      title: { bn: form.titleBn, en: form.titleEn }, starts: form.starts, ends: form.ends, seats: seatsIn(form),
      ...form.order && { order: form.order }, ...form.orderDate && { orderDate: form.orderDate },
    });
    state.told = t('saved');
  });
  const scan = event => {
    const [file] = event.target.files;
    if (file) doing(scanning, draw, async () => { frame.cohort = await put(`${path}/order-document`, file, { type: file.type || 'application/pdf' }); });
  };
  const reload = () => doing(state, draw, async () => {
    [frame.cohort, state.roles] = await Promise.all([get(path), get(`/roles?cohort=${values.cohort}`).then(found => found.items)]);
  });
  const facilitator = async () => {
    const made = await ask({ title: t('facilitator.add'), lead: t('facilitator.lead'), label: t('facilitator.add'), form: newcomer,
      act: form => post('/roles', { ...described(form), role: 'facilitator', cohort: values.cohort }) });
    if (made) await reload();
  };
  const end = held => async () => {
    const ended = await ask({ title: t('role.end'), lead: plain(held.person.name) || held.person.email, label: t('role.end'), look: 'danger', act: () => remove(`/roles/${held.id}`) });
    if (ended) await reload();
  };
  const later = async () => {
    const moved = await ask({ title: t('help.later'), lead: t('help.lead'), label: t('act.later'),
      form: problem => html`${field({ name: 'due', id: 'act-due', label: t('act.due'), type: 'date', min: today(), value: frame.cohort.ends, problem })}${reason(problem)}`,
      act: form => put(`${path}/due`, { due: form.due, reason: form.reason }) });
    if (moved) state.told = t('help.moved', { n: moved.moved });
    draw();
  };
  const more = async () => {
    const sent = allowed();
    const listed = await ask({ title: t('help.more'), lead: t('help.lead'), label: t('act.allow'), form: allowance(quizzes),
      act: form => post(`${path}/allowances`, sent(form)) });
    if (Array.isArray(listed)) Object.assign(state, { allowances: listed, told: t('saved') });
    draw();
  };

  const edit = ({ problem }) => html`<details class="card" ?open=${Boolean(problem)}><summary>${t('cohort.edit')}</summary><form @submit=${change}>
    ${trouble(problem)}
    ${field({ name: 'titleBn', label: t('cohort.titleBn'), lang: 'bn', value: frame.cohort.title.bn ?? '', problem })}
    ${field({ name: 'titleEn', label: t('cohort.titleEn'), lang: 'en', value: frame.cohort.title.en ?? '', problem })}
    <div class="filters">
      ${field({ name: 'starts', label: t('cohort.starts'), type: 'date', value: frame.cohort.starts, problem })}
      ${field({ name: 'ends', label: t('cohort.ends'), hint: t('cohort.endsHint'), type: 'date', value: frame.cohort.ends, problem })}
      ${field({ name: 'order', label: t('cohort.order'), value: frame.cohort.order ?? '', required: false, problem })}
      ${field({ name: 'orderDate', label: t('cohort.orderDate'), type: 'date', value: frame.cohort.orderDate ?? '', required: false, problem })}
    </div>
    ${seatFields(frame.name(frame.cohort.host), all, frame.cohort.seats)}
    ${button(t('save'), editing.busy)}</form></details>`;

  const scanned = () => html`<section class="card"><h2>${t('cohort.documentNew')}</h2>
    ${trouble(scanning.problem)}
    <div class="field"><label for="scan">${t('cohort.scan')}</label><p class="hint" id="scan-hint">${t('cohort.scanHint')}</p>
      <div class="file"><span class="button quiet" aria-hidden="true">${t('roster.choose')}</span> <span aria-live="polite">${scanning.busy ? t('wait') : ''}</span>
        <input id="scan" type="file" accept="application/pdf,image/png,image/jpeg" aria-describedby="scan-hint" @change=${scan}></div></div></section>`;

  const people = () => html`<section class="card"><h2>${t('facilitators')}</h2>
    ${state.roles.length ? html`<ul class="plain">${state.roles.map(held => html`<li>${said(held.person)} <span lang="en" class="soft">${held.person.email}</span>
      ${frame.cohort.mayChange ? html`<button class="link" @click=${end(held)}>${t('role.end')}${about(held.person)}</button>` : nothing}</li>`)}</ul>`
      : html`<p class="soft">${t('facilitator.none')}</p>`}
    ${frame.cohort.mayChange ? html`<p class="doing"><button class="button quiet" @click=${facilitator}>${t('facilitator.add')}</button></p>` : nothing}</section>`;

  function draw() {
    const { mayChange } = frame.cohort;
    paint(cohortFrame(frame, 'settings', html`
      ${done(state.told)}${trouble(state.problem)}
      <section class="card">${facts(frame)}</section>
      ${mayChange ? html`${edit(editing)}${scanned()}` : nothing}
      ${people()}
      <section class="card"><h2>${t('help.title')}</h2><p class="hint">${t('help.own')}</p>
        <div class="acts"><button class="button quiet" @click=${later}>${t('help.later')}</button>
          <button class="button quiet" @click=${more}>${t('help.more')}</button>
          ${institute ? html`<a class="button quiet" href="${at(institute, 'reminders', 'rules')}?cohort=${values.cohort}">${t('reminders.rules')}</a>` : nothing}</div>
        ${given(state.allowances, quizzes)}</section>`), plain(frame.cohort));
  }
  draw();
}

import { html, nothing } from '../vendor.js';
import { get, post, query } from '../api.js';
import { date, plain, said, t } from '../words.js';
import { done } from '../fields.js';
import { button, choice, doing, field, submitting, trouble } from '../parts.js';
import { holds } from '../session.js';
import { courseTitle } from './cohort-frame.js';
import { allInstitutes, at, cohortsOf, frame, looksAfter } from './institute.js';
import { ask, pager } from './parts.js';

const SIZE = 20;

/** People who come and go: asking for someone, accepting, and taking over open enrolments. */
export default async function transfers({ values }, paint) {
  const { institute: id } = values;
  const page = Number(values.page) || 0;
  const list = () => get(`/transfers${query({ institute: id, page, size: SIZE })}`);
  const [all, courses, first] = await Promise.all([allInstitutes(), get('/courses'), list()]);
  const institute = id && (all.find(each => each.id === id) ?? { id, name: id });
  const state = { found: first, waiting: new Map() };
  const asking = {};
  const reload = told => doing(state, draw, async () => {
    state.found = await list();
    state.told = told;
  });

  const askFor = submitting(asking, draw, async ({ who, to = id }, form) => {
    await post('/transfers', { ...who.includes('@') ? { email: who.trim() } : { serviceId: who.trim() }, to });
    form.reset();
    state.told = t('transfer.asked');
    state.found = await list();
  });
  const decide = (each, accept) => async () => {
    const decided = await ask({ title: t(accept ? 'transfer.accept' : 'transfer.decline'), lead: plain(each.person), label: t(accept ? 'transfer.accept' : 'transfer.decline'),
      look: accept ? '' : 'danger', act: () => post(`/transfers/${each.id}/decision`, { accept }) });
    if (decided) await reload(t('saved'));
  };
  const consent = each => async () => {
    const agreed = await ask({ title: t('transfer.consent'), lead: t('transfer.consentLead'), label: t('transfer.consent'), act: () => post(`/transfers/${each.id}/consent`, { agree: true }) });
    if (agreed) await reload(t('saved'));
  };
  const look = each => doing(state, draw, async () => { state.waiting.set(each.id, await get(`/transfers/${each.id}/enrolments`)); });
  const take = (each, enrolment) => async () => {
    const cohorts = await cohortsOf(each.to.id);
    const taken = await ask({ title: t('transfer.take'), lead: t('transfer.takeLead'), label: t('transfer.take'),
      form: () => choice({ name: 'cohort', id: 'take-cohort', label: t('cohort'), options: [['', t('roster.noCohort')], ...cohorts.map(cohort => [cohort.id, plain(cohort)])] }),
      act: ({ cohort }) => post(`/transfers/${each.id}/enrolments/${enrolment.id}`, cohort ? { cohort } : {}) });
    if (taken) await look(each);
  };

  const enrolments = each => {
    const waiting = state.waiting.get(each.id);
    if (!waiting) return html`<button class="button quiet" @click=${() => look(each)}>${t('transfer.enrolments')}</button>`;
    return waiting.length ? html`<ul class="plain">${waiting.map(enrolment => html`<li>${courseTitle(courses, enrolment.course)}: ${t(`enrolment.${enrolment.state}`)}
      <button class="button quiet" @click=${take(each, enrolment)}>${t('transfer.take')}</button></li>`)}</ul>` : html`<p class="soft">${t('transfer.noEnrolments')}</p>`;
  };

  const card = each => {
    const coming = each.to && looksAfter(each.to.id);
    return html`<li class="card message"><p class="above">${t(`transfer.${each.state}`, {}, each.state)}<span>${date(each.askedAt)}</span></p>
      <h3>${said(each.person)}</h3>
      <p>${said(each.from)} → ${said(each.to)}</p>
      ${each.state === 'requested' ? html`<p class="soft">${t('transfer.waits', { date: date(each.expiresAt) })}</p>` : nothing}
      <div class="acts">
        ${each.state === 'requested' && holds('administrator') ? html`<button class="button quiet" @click=${consent(each)}>${t('transfer.consent')}</button>` : nothing}
        ${each.state === 'agreed' && coming ? html`<button class="button" @click=${decide(each, true)}>${t('transfer.accept')}</button>
          <button class="button quiet" @click=${decide(each, false)}>${t('transfer.decline')}</button>` : nothing}
        ${each.state === 'accepted' && coming ? enrolments(each) : nothing}</div></li>`;
  };

  function draw() {
    paint(frame(institute, 'more', html`
      ${done(state.told)}${trouble(state.problem)}
      <form class="card" @submit=${askFor}><h2>${t('transfer.ask')}</h2><p class="hint">${t('transfer.hint')}</p>
        ${trouble(asking.problem)}
        ${field({ name: 'who', label: t('transfer.who'), autocapitalize: 'none', problem: asking.problem })}
        ${id ? nothing : choice({ name: 'to', label: t('transfer.to'), options: all.map(each => [each.id, plain(each)]) })}
        ${button(t('transfer.ask'), asking.busy)}</form>
      ${state.found.items.length ? html`<h2>${t('transfer.all')}</h2><ul class="messages">${state.found.items.map(card)}</ul>
        ${pager(state.found.total, page, SIZE, to => (id ? at(id, 'transfers') : '#/transfers/all') + query({ page: to }))}` : html`<p class="soft">${t('transfer.none')}</p>`}`, t('door.transfers')), t('door.transfers'));
  }
  draw();
}

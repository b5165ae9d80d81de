import { html, nothing } from '../vendor.js';
import { get, post, query } from '../api.js';
import { date, number, said, t } from '../words.js';
import { area, asTyped, bothNames, done, fact, once, tick } from '../fields.js';
import { choice, doing, field, trouble } from '../parts.js';
import { holds } from '../session.js';
import { at, frame, named } from './institute.js';
import { about, ask, pager } from './parts.js';

const SIZE = 50;
const STATES = ['waiting', 'signing', 'returned', 'approved'];
const REASONS = ['name-to-correct', 'evidence-unclear', 'not-eligible', 'other'];
const LOOK_AGAIN = 1000;

/** The queue of awards that a person approves: for administrators to decide, for coordinators to see and present again. */
export default async function approvals({ values }, paint) {
  const { institute: id, state: shown = 'waiting' } = values;
  const decides = holds('administrator');
  const page = Number(values.page) || 0;
  const list = () => get(`/approvals${query({ institute: id, state: shown, q: values.q, page, size: SIZE })}`);
  const [institute, first] = await Promise.all([id && named(id), list()]);
  const state = { found: first, chosen: new Set() };
  const here = id ? at(id, 'approvals') : '#/approvals';
  const open = decides && ['waiting', 'signing'].includes(shown);

  /** Waits until the decision has been carried out; what was left as it was is named. */
  const carried = async decision => {
    while (!decision.finished) {
      state.progress = decision;
      draw();
      await new Promise(wake => setTimeout(wake, LOOK_AGAIN));
      decision = await get(`/decisions/${decision.id}`);
    }
    Object.assign(state, { progress: null, decided: decision, chosen: new Set(), found: await list() });
  };

  const decide = (verdict, awards) => async () => {
    const name = once();
    const begun = await ask({
      title: t(`approval.${verdict}`), lead: t(`approval.${verdict}.lead`, { n: awards.length }), label: t(`approval.${verdict}`), look: verdict === 'return' ? 'danger' : '',
      form: problem => html`${verdict === 'return'
        ? choice({ name: 'reason', id: 'return-reason', label: t('reason'), required: true, options: [['', t('item.choose')], ...REASONS.map(each => [each, t(`approval.reason.${each}`)])] })
        : html`${field({ name: 'number', label: t('approval.memo'), required: false, problem })}${field({ name: 'date', type: 'date', label: t('approval.memoDate'), required: false, problem })}`}
        ${area({ name: 'note', label: t('revoke.note'), hint: t('approval.noteHint'), required: false, problem })}`,
      act: given => post('/decisions', { verdict, awards, once: name, ...given.note && { note: given.note }, ...given.reason && { reason: given.reason },
        ...given.number && { memo: { number: given.number, ...given.date && { date: given.date } } } }),
    });
    if (begun) await doing(state, draw, () => carried(begun));
  };

  const present = each => () => doing(state, draw, async () => {
    await post(`/approvals/${each.award}/presentation`);
    state.found = await list();
  });

  const choose = award => on => {
    if (on) state.chosen.add(award); else state.chosen.delete(award);
    draw();
  };

  const enrolment = each => html`<li>${asTyped(each.course)}: ${t(`enrolment.${each.state}`)}${each.completedAt ? html`, ${date(each.completedAt)}` : nothing}
    ${each.scores.length ? html`<br><span class="soft">${t('approval.scores')} ${each.scores.map(score => html`${t('percent', { n: score.percent ?? 0 })} `)}</span>` : nothing}</li>`;

  const card = each => html`<li class="card message">
    <p class="above">${t(`approval.state.${each.state}`)}<span>${date(each.waitingSince)}</span></p>
    <h3>${bothNames(each.person.name)}</h3>
    <p>${said(each.title)}${each.person.designation ? html`<br><span class="soft">${said(each.person.designation)}</span>` : nothing}</p>
    <dl class="facts long">
      ${fact(t('approval.metOn'), date(each.metAt))}
      ${fact(t('approval.conditions'), html`${each.conditions.map(line => html`${t(`approval.kind.${line.kind}`, {}, line.kind)} ${line.counted ? line.counted.split('/').map(number).join(' / ') : ''} `)}`)}
      ${fact(t('reason'), each.reasonInWords && said(each.reasonInWords))}
      ${fact(t('revoke.note'), each.note && asTyped(each.note))}
      ${fact(t('approval.memo'), each.memo && asTyped(each.memo.number))}</dl>
    <details><summary>${t('approval.evidence')}${about(each.person.name)}</summary><ul>${each.enrolments.map(enrolment)}</ul></details>
    ${open ? html`${tick({ name: `award-${each.award}`, label: html`${t('approval.choose')}${about(each.person.name)}`, checked: state.chosen.has(each.award), onChange: choose(each.award) })}
      <div class="acts"><button class="button" @click=${decide('approve', [each.award])}>${t(each.state === 'signing' ? 'approval.sign' : 'approval.approve')}${about(each.person.name)}</button>
      <button class="button quiet" @click=${decide('return', [each.award])}>${t('approval.return')}${about(each.person.name)}</button></div>` : nothing}
    ${each.state === 'returned' ? html`<button class="button quiet" @click=${present(each)}>${t('approval.present')}${about(each.person.name)}</button>` : nothing}</li>`;

  const chosen = () => html`<p class="doing">
    <button class="button quiet" @click=${() => { state.found.items.forEach(each => state.chosen.add(each.award)); draw(); }}>${t('approval.all')}</button>
    ${state.chosen.size ? html`<button class="button" @click=${decide('approve', [...state.chosen])}>${t('approval.approveChosen', { n: state.chosen.size })}</button>
      <button class="button quiet" @click=${decide('return', [...state.chosen])}>${t('approval.returnChosen', { n: state.chosen.size })}</button>` : nothing}</p>`;

  const told = decision => html`${done(t('approval.decided', { n: decision.done }))}
    ${decision.left.length ? html`<div class="notice warn"><p>${t('approval.left', { n: decision.left.length })}</p><ul>
      ${[...new Set(decision.left.map(each => each.why))].map(why => html`<li>${t(`approval.why.${why}`, {}, why)}</li>`)}</ul></div>` : nothing}`;

  function draw() {
    const content = html`
      <nav class="chips" aria-label=${t('state')}>${STATES.map(each => html`<a href=${here + query({ state: each })} aria-current=${each === shown ? 'page' : 'false'}>${t(`approval.state.${each}`)}</a>`)}</nav>
      ${trouble(state.problem)}
      ${state.progress ? html`<p class="notice" role="status">${t('approval.progress', { done: state.progress.done, total: state.progress.total })}</p>` : nothing}
      ${state.decided ? told(state.decided) : nothing}
      ${open && state.found.items.length ? chosen() : nothing}
      ${state.found.items.length ? html`<h2 class="unseen">${t(`approval.state.${shown}`)}</h2><ul class="messages">${state.found.items.map(card)}</ul>
        ${pager(state.found.total, page, SIZE, to => here + query({ state: shown, page: to }))}` : html`<p class="soft">${t('approval.none')}</p>`}`;
    paint(frame(institute, 'more', content, t('door.approvals')), t('door.approvals'));
  }
  draw();
}

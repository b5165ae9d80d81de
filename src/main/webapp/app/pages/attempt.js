import { html, nothing } from '../vendor.js';
import { get, now, post } from '../api.js';
import { enrolment as fetchEnrolment } from '../enrolments.js';
import { date, number, percent, plain, said, t } from '../words.js';
import { landed, listen, send, waiting } from '../outgoing.js';
import { kindOf, rich, tell } from '../items.js';
import { back, clock, doing, head, stairs, stepHref, trouble } from '../parts.js';

/** One attempt: every answer is on its way the moment it is given, and the server owns the time. */
export default async function attemptPage({ values }, paint) {
  const { enrolment: enrolmentId, attempt: id, quiz } = values;
  const base = `/attempts/${id}/answers/`;
  const before = waiting(base);
  const fetchBoth = () => Promise.all([get(`/attempts/${id}`), fetchEnrolment(enrolmentId)]);
  let [attempt, enrolment] = await fetchBoth();
  const step = enrolment.steps.find(each => each.id === quiz && each.kind !== 'lesson');
  const path = item => base + encodeURIComponent(item.id);
  const state = { mine: {}, saving: {}, wrong: {} };
  let timer = null;

  for (const item of attempt.items) {
    const [left, kept] = [before[path(item)], attempt.answers?.[item.id]];
    state.mine[item.id] = left && !(kept?.seq > left.seq) ? left : kept;
    if (listen(path(item), (...told) => hear(item, ...told))) state.saving[item.id] = 'kept';
  }

  const over = () => attempt.deadline && Date.parse(attempt.deadline) <= now();
  const unsent = () => Object.keys(waiting(base)).length;
  const given = () => attempt.items.filter(item => state.mine[item.id]?.response).length;

  function hear(item, saving, reply) {
    state.saving[item.id] = saving;
    state.wrong[item.id] = saving === 'refused' ? reply : null;
    draw();
  }

  function answer(item, response, above = 0) {
    const seq = Math.max(state.mine[item.id]?.seq ?? 0, above) + 1;
    state.mine[item.id] = { response, seq };
    state.asking = false;
    send(path(item), state.mine[item.id], (...told) => hear(item, ...told));
  }

  const submit = () => {
    if (!over() && !state.asking && given() < attempt.items.length) {
      state.asking = true;
      return draw();
    }
    state.asking = false;
    return doing(state, draw, async () => {
      await landed(base);
      state.unsent = !over() && unsent() > 0;
      if (state.unsent) return;
      await post(`/attempts/${id}/submission`);
      [attempt, enrolment] = await fetchBoth();
      clearInterval(timer);
      scrollTo(0, 0);
      draw();
      document.querySelector('#main h1')?.focus({ preventScroll: true });
    });
  };

  /** Somewhere else a newer answer was kept: show it, let the person say which one stands. */
  function conflict(item, problem) {
    const kept = problem.body;
    const take = () => {
      state.mine[item.id] = { response: kept.response, seq: kept.seq };
      hear(item, 'saved');
    };
    return html`<div class="notice warn" role="alert">
      <p>${t('stale.text')}</p><p><b>${tell(item, kept.response)}</b></p>
      <button class="button quiet" type="button" @click=${take}>${t('stale.take')}</button>
      <button class="button quiet" type="button" @click=${() => answer(item, state.mine[item.id].response, kept.seq)}>${t('stale.mine')}</button>
    </div>`;
  }

  function underItem(item) {
    const problem = state.wrong[item.id];
    if (problem?.code === 'stale-answer') return conflict(item, problem);
    if (problem) return html`<p class="wrong" role="alert">${problem.text}</p>`;
    return html`<p class="saving ${state.saving[item.id] ?? ''}">${state.saving[item.id] ? t(`saving.${state.saving[item.id]}`)
      : state.mine[item.id]?.response ? t('saving.saved') : nothing}</p>`;
  }

  const open = item => html`${kindOf(item).draw(item, state.mine[item.id]?.response, over(), response => answer(item, response))}
    ${underItem(item)}`;

  const marked = (item, { score, max, review, feedback }) => html`
    ${review ? kindOf(item).review(item, attempt.answers[item.id]?.response, review) : nothing}
    <p class="mark-line ${score >= max ? 'good' : ''}">${score == null ? t('result.marking') : t('result.points', { score, max })}</p>
    ${feedback ? html`<div class="feedback">${rich(feedback)}</div>` : nothing}`;

  const question = (item, at) => html`<fieldset class="card item" aria-labelledby="q-${item.id}">
    <p class="above">${t('item.n', { n: at + 1, total: attempt.items.length })}<span>${t('item.points', { n: item.points })}</span></p>
    <div class="prompt" id="q-${item.id}">${rich(item.prompt)}</div>
    ${attempt.result ? marked(item, attempt.result.items.find(each => each.id === item.id) ?? {}) : open(item)}
  </fieldset>`;

  function savingNow() {
    const all = Object.values(state.saving);
    return all.includes('kept') ? 'kept' : all.includes('saving') ? 'saving' : given() ? 'allSaved' : 'none';
  }

  const foot = () => html`<div class="foot">
    ${trouble(state.problem)}
    ${state.unsent ? html`<p class="notice warn" role="alert">${t('attempt.unsent', { n: unsent() })}</p>` : nothing}
    ${state.asking ? html`<p class="notice warn" role="alert">${t('attempt.sure', { n: attempt.items.length - given() })}</p>` : nothing}
    ${over() ? html`<p class="notice warn" role="alert">${t('attempt.over')}</p>` : nothing}
    <div>
      <p><b>${t('attempt.given', { n: given(), total: attempt.items.length })}</b>
        ${attempt.deadline && !over() ? html`<span class="left">${t('attempt.left', { time: clock((Date.parse(attempt.deadline) - now()) / 1000) })}</span>` : nothing}
        <span class="saving ${savingNow()}" role="status">${t(`saving.${savingNow()}`)}</span></p>
      <button class="button" aria-disabled=${state.busy ? 'true' : nothing} @click=${submit}>${t(over() ? 'attempt.see' : state.asking ? 'attempt.submitAnyway' : 'attempt.submit')}</button>
    </div>
  </div>`;

  function verdict({ score, max, passed, ...result }) {
    const { next, completion } = enrolment;
    const mood = passed ? 'passed' : passed === false ? 'notYet' : result.state === 'marking' ? 'marking' : 'done';
    return html`<section class="card first verdict ${mood}">
      <p class="score">${percent(result.percent)}</p>
      <p>${t(`result.${mood}`)} ${t('result.score', { score: number(score), max: number(max) })}</p>
      ${stairs(score, max)}
      ${completion.complete ? html`<p class="notice good">${t('course.complete', { date: date(completion.at) })} <a href="#/certificates">${t('home.toCertificates')}</a></p>` : nothing}
      <p class="doing">${passed && next ? html`<a class="button" href=${stepHref(enrolmentId, next)}>${t('goOn')}: ${said(next)}</a>` : nothing}
        ${step ? html`<a class="button ${passed ? 'quiet' : ''}" href=${stepHref(enrolmentId, step)}>${t('result.again')}</a>` : nothing}
        <a class="button quiet" href="#/enrolments/${enrolmentId}">${t('result.course')}</a></p>
    </section>`;
  }

  function draw() {
    const title = step ? said(step) : t('kind.quiz');
    paint(html`<div class="reader">
      ${back(`#/enrolments/${enrolmentId}`, said(enrolment.course))}
      ${head(title, attempt.result ? t('result.title') : t('attempt.n', { n: attempt.number ?? 1 }))}
      ${attempt.result ? html`${verdict(attempt.result)}<h2>${t('result.review')}</h2>` : nothing}
      ${attempt.items.map(question)}
      ${attempt.result ? nothing : foot()}
    </div>`, step ? plain(step) : t('kind.quiz'));
  }

  draw();
  if (attempt.deadline && !attempt.result) timer = setInterval(draw, 1000);
  return () => clearInterval(timer);
}

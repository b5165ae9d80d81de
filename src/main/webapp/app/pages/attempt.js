import { html, nothing } from '../vendor.js';
import { get, onReach, reached } from '../api.js';
import { enrolment as fetchEnrolment } from '../enrolments.js';
import { plain, said, t } from '../words.js';
import { drop, entries, listen, send } from '../outgoing.js';
import { kindOf, rich, tell } from '../items.js';
import { back, doing, head, trouble } from '../parts.js';
import { answering } from './answering.js';
import { countdown } from './countdown.js';
import { verdict } from './verdict.js';

/** One attempt: every answer is kept on this phone the moment it is given, then sent, and the server owns the time. */
export default async function attemptPage({ values }, paint) {
  const id = values.attempt;
  const submission = `/attempts/${id}/submission`;
  const state = { views: {} };
  let attempt = await get(`/attempts/${id}`);
  let enrolment = await fetchEnrolment(values.enrolment ?? attempt.enrolment);
  const step = enrolment.steps.find(each => each.id === attempt.quiz && each.kind !== 'lesson');
  const answers = await answering(attempt, () => state.ready && draw());
  const time = countdown(attempt.result ? null : attempt.deadline, draw);
  const view = item => state.views[item.id] ??= { redraw: draw };

  state.handedIn = (await entries(submission)).some(entry => entry.state === 'waiting');
  if (attempt.result) await settled();
  listen(submission, heard);

  /** The result is seen; what came too late is told once. */
  async function settled() {
    state.late = answers.in('refused', 'stale').length;
    await answers.forgetRefused();
    await drop(submission, 'answered', 'refused');
  }

  async function heard(told, reply) {
    state.handedIn = told !== 'refused' && told !== 'sent';
    if (told === 'refused') {
      state.problem = reply;
      await drop(submission, 'refused');
    }
    if (told === 'sent') {
      await doing(state, draw, async () => {
        [attempt, enrolment] = await Promise.all([get(`/attempts/${id}`), fetchEnrolment(enrolment.id)]);
        time.stop();
        await settled();
      });
      scrollTo(0, 0);
      document.querySelector('#main h1')?.focus({ preventScroll: true });
    }
    draw();
  }

  const submit = () => {
    state.undecided = answers.in('stale').length;
    if (!time.isOver() && state.undecided) return draw();
    if (!time.isOver() && !state.asking && answers.given() < attempt.items.length) {
      state.asking = true;
      return draw();
    }
    state.asking = false;
    return send(submission, {}, null, { method: 'POST', force: time.isOver() });
  };

  const takeBack = async () => {
    await drop(submission, 'waiting');
    state.handedIn = false;
    draw();
  };

  const answer = (item, response) => {
    state.asking = false;
    answers.answer(item, response);
  };

  /** Somewhere else a newer answer was kept: show it, let the person say which one stands. */
  const conflict = item => html`<div class="notice warn" role="alert">
    <p>${t('stale.text')}</p><p><b>${tell(item, answers.reply(item)?.response)}</b></p>
    <p>${t('stale.here')}</p><p><b>${tell(item, answers.response(item))}</b></p>
    <button class="button quiet" type="button" @click=${() => answers.takeOther(item)}>${t('stale.take')}</button>
    <button class="button quiet" type="button" @click=${() => answers.takeMine(item)}>${t('stale.mine')}</button>
  </div>`;

  function underItem(item) {
    const told = answers.state(item);
    if (told === 'stale') return conflict(item);
    if (told === 'refused') return html`<p class="wrong" role="alert">${answers.reply(item)?.text ?? t('saving.refused')}</p>`;
    return html`<p class="saving ${told ?? ''}">${told ? t(`saving.${told}`) : nothing}</p>`;
  }

  const isClosed = () => time.isOver() || state.handedIn;
  const open = item => html`${kindOf(item).draw(item, answers.response(item), isClosed(), response => answer(item, response), view(item))}
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
    if (answers.in('stale', 'refused').length) return 'undecided';
    if (answers.in('loose').length) return 'loose';
    if (answers.in('kept').length) return reached ? 'sending' : 'kept';
    return answers.in('saving').length ? 'saving' : answers.given() ? 'allSaved' : 'none';
  }

  const foot = () => html`<div class="foot">
    ${trouble(state.problem)}
    ${time.warn()}
    ${state.undecided && answers.in('stale').length ? html`<p class="notice warn" role="alert">${t('attempt.undecided')}</p>` : nothing}
    ${state.asking ? html`<p class="notice warn" role="alert">${t('attempt.sure', { n: attempt.items.length - answers.given() })}</p>` : nothing}
    ${time.isOver() ? html`<p class="notice warn" role="alert">${t('attempt.over')}</p>` : nothing}
    ${state.handedIn ? html`<p class="notice warn" role="status">${t(reached ? 'attempt.handingIn' : 'attempt.handedIn')}</p>` : nothing}
    <div>
      <p><b>${t('attempt.given', { n: answers.given(), total: attempt.items.length })}</b>${time.show()}
        <span class="saving ${savingNow()}" role="status">${t(`saving.${savingNow()}`)}</span></p>
      ${state.handedIn ? html`<button class="button quiet" @click=${takeBack}>${t('attempt.takeBack')}</button>`
        : html`<button class="button" aria-disabled=${state.busy ? 'true' : nothing} @click=${submit}>${t(time.isOver() ? 'attempt.see' : state.asking ? 'attempt.submitAnyway' : 'attempt.submit')}</button>`}
    </div>
  </div>`;

  function draw() {
    const title = step ? said(step) : t('kind.quiz');
    paint(html`<div class="reader">
      ${back(`#/enrolments/${enrolment.id}`, said(enrolment.course))}
      ${head(title, attempt.result ? t('result.title') : t('attempt.n', { n: attempt.number ?? 1 }))}
      ${state.late ? html`<p class="notice warn" role="alert">${t('attempt.late', { n: state.late })}</p>` : nothing}
      ${attempt.result ? html`${verdict(attempt.result, enrolment, step)}<h2>${t('result.review')}</h2>` : nothing}
      ${attempt.items.map(question)}
      ${attempt.result ? nothing : foot()}
    </div>`, step ? plain(step) : t('kind.quiz'));
  }

  state.ready = true;
  draw();
  const deaf = onReach(draw);
  return () => {
    deaf();
    time.stop();
    answers.end();
  };
}

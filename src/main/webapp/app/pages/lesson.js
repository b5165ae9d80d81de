import { html, nothing, unsafeHTML } from '../vendor.js';
import { get } from '../api.js';
import { withCourse } from '../enrolments.js';
import { since } from '../copies.js';
import { date, language, plain, said, t } from '../words.js';
import { personal, read, write } from '../store.js';
import { send } from '../outgoing.js';
import { forgetPlace, placeKept, textSize, tools } from '../reading.js';
import { me } from '../session.js';
import { back, head, minutes, stepHref } from '../parts.js';

const EVERY = 30;

/** Counts the seconds this lesson is in view, on top of what this device counted before. */
function stopwatch(key, tick) {
  let seconds = read(key) ?? 0;
  const timer = setInterval(() => {
    if (document.hidden) return;
    seconds += 1;
    write(key, seconds);
    if (seconds % EVERY === 0) tick(seconds);
  }, 1000);
  return { seconds: () => seconds, stop: () => clearInterval(timer) };
}

/** Makes what the text brings usable by finger and keyboard: terms can be pressed, wide tables scroll by themselves. */
function equip(article) {
  for (const term of article.querySelectorAll('dfn.term[title]')) {
    term.dataset.meaning = term.title;
    term.removeAttribute('title');
    term.tabIndex = 0;
    term.setAttribute('role', 'button');
  }
  for (const table of article.querySelectorAll('table')) {
    if (table.parentElement.className === 'wide-table') continue;
    const frame = document.createElement('div');
    frame.className = 'wide-table';
    frame.tabIndex = 0;
    frame.setAttribute('role', 'region');
    frame.setAttribute('aria-label', t('lesson.table'));
    table.replaceWith(frame);
    frame.append(table);
  }
}

export default async function lesson({ values }, paint) {
  const { enrolment: id, lesson: lessonId } = values;
  const [enrolment, text] = await withCourse(id, course =>
    get(`/courses/${course}/lessons/${encodeURIComponent(lessonId)}?lang=${language}`));
  const at = enrolment.steps.findIndex(step => step.kind === 'lesson' && step.id === lessonId);
  const [previous, next] = [enrolment.steps[at - 1], enrolment.steps[at + 1]];
  const path = `/enrolments/${id}/lessons/${encodeURIComponent(lessonId)}`;
  const state = { done: ['done', 'kept'].includes(enrolment.steps[at]?.state), waits: enrolment.steps[at]?.state === 'kept', saving: null, term: null };
  const watch = stopwatch(personal(me.id, `seconds.${path}`), report);

  const before = watch.seconds();

  function report() {
    send(path, { seconds: watch.seconds(), done: state.done });
  }

  function finish() {
    state.done = true;
    forgetPlace(lessonId);
    send(path, { seconds: watch.seconds(), done: true }, (saving, reply) => {
      Object.assign(state, { saving, problem: saving === 'refused' ? reply : null });
      state.done = saving !== 'refused';
      draw();
    });
  }

  function explain(event) {
    const term = event.target.closest?.('dfn.term');
    if (!term || event.key && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    state.term = state.term === term ? null : term;
    draw();
  }

  function shut() {
    state.term?.focus();
    state.term = null;
    draw();
  }

  const meaning = () => html`<aside class="meaning" aria-live="polite" ?hidden=${!state.term}>${state.term ? html`
    <p><b>${state.term.textContent}</b><br>${state.term.dataset.meaning}</p>
    <button class="button quiet" @click=${shut}>${t('close')}</button>` : nothing}</aside>`;

  function draw() {
    paint(html`<div class="reader" @keydown=${event => event.key === 'Escape' && state.term && shut()}>
      ${back(`#/enrolments/${id}`, said(enrolment.course))}
      ${head(said(text.title), null, minutes(text.minutes))}
      ${tools(draw)}
      ${since(text) ? html`<p class="notice">${t('lesson.copy', { date: date(since(text)), release: text.release.slice(0, 8) })}</p>` : nothing}
      <article class="text ${textSize()}" @click=${explain} @keydown=${explain}>${unsafeHTML(text.html)}</article>
      <div class="finish">
        ${state.done
          ? html`<p class="notice good">${t('lesson.done')}</p>`
          : html`<p>${t('lesson.ask')}</p><button class="button wide" @click=${finish}>${t('lesson.read')}</button>`}
        <p class="saving" role="status">${state.saving ? t(`saving.${state.saving}`) : state.waits ? t('saving.kept') : nothing} ${state.problem?.text ?? nothing}</p>
        <nav class="turn" aria-label=${t('lesson.turn')}>
          ${previous ? html`<a href=${stepHref(id, previous)}><small>${t('previous')}</small>${said(previous)}</a>` : html`<span></span>`}
          ${next ? html`<a class="on" href=${stepHref(id, next)}><small>${t(`next.${next.kind}`, {}, t('next.other'))}</small>${said(next)}</a>`
            : html`<a class="on" href="#/enrolments/${id}"><small>${t('lesson.last')}</small>${said(enrolment.course)}</a>`}
        </nav>
      </div>
      ${meaning()}
    </div>`, plain(text.title));
  }

  draw();
  const article = document.querySelector('.reader article');
  if (article) equip(article);
  const leavePlace = article && !state.done ? placeKept(article, lessonId) : () => {};
  return () => {
    watch.stop();
    leavePlace();
    if (me && watch.seconds() > before) report();
  };
}

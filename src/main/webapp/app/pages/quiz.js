import { html, nothing } from '../vendor.js';
import { post } from '../api.js';
import { course, withCourse } from '../enrolments.js';
import { keptAttempt } from '../keeping.js';
import { percent, plain, said, t } from '../words.js';
import { back, doing, head, trouble } from '../parts.js';

export default async function quiz({ values }, paint) {
  const { enrolment: id, quiz: quizId } = values;
  const [enrolment, details] = await withCourse(id, course);
  const step = enrolment.steps.find(each => each.id === quizId && each.kind !== 'lesson');
  const facts = details.modules.find(module => module.quiz?.id === quizId)?.quiz ?? details.tests?.find(test => test.id === quizId) ?? step;
  const state = {};
  const begin = () => doing(state, draw, async () => {
    location.hash = `#/enrolments/${id}/attempts/${await attempt()}?quiz=${encodeURIComponent(quizId)}`;
  });

  /** A new one, or the one that is open; without a line the one that was taken along. */
  async function attempt() {
    try {
      return (await post(`/enrolments/${id}/quizzes/${encodeURIComponent(quizId)}/attempts`)).id;
    } catch (problem) {
      const kept = problem.away && await keptAttempt(id, quizId);
      if (!kept) throw problem;
      return kept;
    }
  }
  const fact = (label, value) => value == null ? nothing : html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

  function draw() {
    paint(html`<div class="narrow">
      ${back(`#/enrolments/${id}`, said(enrolment.course))}
      ${head(said(facts), t(`kind.${step?.kind ?? 'quiz'}`))}
      <section class="card">
        ${step?.state === 'done' ? html`<p class="notice good">${t('quiz.passedAlready')}</p>` : nothing}
        <dl class="facts">
          ${fact(t('quiz.questions'), facts.draw && t('n', { n: facts.draw }))}
          ${fact(t('quiz.toPass'), facts.passPercent && percent(facts.passPercent))}
          ${fact(t('quiz.time'), facts.timeLimitMinutes ? t('minutes', { n: facts.timeLimitMinutes }) : t('quiz.noLimit'))}
          ${fact(t('quiz.attempts'), facts.attempts && t('n', { n: facts.attempts }))}
          ${fact(t('quiz.best'), step?.percent == null ? null : percent(step.percent))}
        </dl>
        <p>${t('quiz.promise')}</p>
        ${trouble(state.problem)}
        <button class="button wide" aria-disabled=${state.busy ? 'true' : nothing} @click=${begin}>${t('quiz.begin')}</button>
      </section>
    </div>`, plain(facts));
  }
  draw();
}

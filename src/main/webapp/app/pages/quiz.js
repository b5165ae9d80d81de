import { html, nothing } from '../vendor.js';
import { post } from '../api.js';
import { course, withCourse } from '../enrolments.js';
import { percent, plain, said, t } from '../words.js';
import { back, doing, head, trouble } from '../parts.js';

export default async function quiz({ values }, paint) {
  const { enrolment: id, quiz: quizId } = values;
  const [enrolment, details] = await withCourse(id, course);
  const step = enrolment.steps.find(each => each.id === quizId && each.kind !== 'lesson');
  const facts = details.modules.find(module => module.quiz?.id === quizId)?.quiz ?? details.tests?.find(test => test.id === quizId) ?? step;
  const state = {};
  const begin = () => doing(state, draw, async () => {
    const attempt = await post(`/enrolments/${id}/quizzes/${encodeURIComponent(quizId)}/attempts`);
    location.hash = `#/enrolments/${id}/attempts/${attempt.id}?quiz=${encodeURIComponent(quizId)}`;
  });
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

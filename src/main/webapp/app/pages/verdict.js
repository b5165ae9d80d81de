import { html, nothing } from '../vendor.js';
import { date, number, percent, said, t } from '../words.js';
import { stairs, stepHref } from '../parts.js';

/** The result of an attempt, and where to go on. */
export function verdict({ score, max, passed, ...result }, enrolment, step) {
  const { id, next, completion } = enrolment;
  const mood = passed ? 'passed' : passed === false ? 'notYet' : result.state === 'marking' ? 'marking' : 'done';
  return html`<section class="card first verdict ${mood}">
    <p class="score">${percent(result.percent)}</p>
    <p>${t(`result.${mood}`)} ${t('result.score', { score: number(score), max: number(max) })}</p>
    ${stairs(score, max)}
    ${completion.complete ? html`<p class="notice good">${t('course.complete', { date: date(completion.at) })} <a href="#/certificates">${t('home.toCertificates')}</a></p>` : nothing}
    <p class="doing">${passed && next ? html`<a class="button" href=${stepHref(id, next)}>${t('goOn')}: ${said(next)}</a>` : nothing}
      ${step ? html`<a class="button ${passed ? 'quiet' : ''}" href=${stepHref(id, step)}>${t('result.again')}</a>` : nothing}
      <a class="button quiet" href="#/enrolments/${id}">${t('result.course')}</a></p>
  </section>`;
}

import { html, nothing } from '../vendor.js';
import { enrolment as fetchEnrolment } from '../enrolments.js';
import { date, said, t } from '../words.js';
import { back, head, stepHref, steps } from '../parts.js';
import { condition } from './conditions.js';

/** What is still missing for a certificate, and nothing else; each leads to where it is done. */
export default async function missing({ values }, paint) {
  const enrolment = await fetchEnrolment(values.enrolment);
  const { completion, next } = enrolment;
  const open = completion.conditions.filter(({ met }) => !met);
  const left = enrolment.steps.filter(step => step.required && step.state === 'open' && steps[step.kind]);
  paint(html`<div class="narrow">
    ${back(`#/enrolments/${enrolment.id}`, said(enrolment.course))}
    ${head(t('course.whyNotYet'))}
    ${completion.complete ? html`<p class="notice good">${t('course.complete', { date: date(completion.at) })} <a href="#/certificates">${t('home.toCertificates')}</a></p>` : nothing}
    <ul class="steps">${open.map(each => condition(each, enrolment))}</ul>
    ${next && !completion.complete ? html`<p class="doing"><a class="button wide" href=${stepHref(enrolment.id, next)}>${t('goOn')}: ${said(next)}</a></p>` : nothing}
    ${left.length ? html`<h2 class="gap">${t('missing.steps', { n: left.length })}</h2>
      <ul class="steps">${left.map(step => html`<li><a href=${stepHref(enrolment.id, step)}>
        <span class="mark" aria-hidden="true"></span><span class="what">${said(step)}<small>${t(`kind.${step.kind}`, {}, '')}</small></span></a></li>`)}</ul>` : nothing}
  </div>`, t('course.whyNotYet'));
}

import { html, nothing } from '../vendor.js';
import { course, withCourse } from '../enrolments.js';
import { date, digits, percent, plain, said, t } from '../words.js';
import { back, head, minutes, progress, steps, stepHref } from '../parts.js';

/** The steps in the course's modules; what belongs to none of them comes last. */
function byModule(all, modules) {
  const left = new Set(all);
  const take = (kind, id) => {
    const step = [...left].find(each => each.kind === kind && each.id === id);
    left.delete(step);
    return step;
  };
  const groups = modules.map(module => ({
    title: module.title,
    minutes: module.minutes,
    kit: module.kit ?? [],
    steps: [
      ...module.lessons.map(lesson => ({ ...take('lesson', lesson.id), minutes: lesson.minutes })),
      ...module.quiz ? [take('quiz', module.quiz.id)] : [],
      ...(module.assignments ?? []).map(each => take('assignment', each.id)),
    ].filter(step => step?.id),
  }));
  return left.size ? [...groups, { title: t('course.alsoNeeded'), steps: [...left], more: true }] : groups;
}

function stepRow(enrolment, step) {
  const done = step.state === 'done';
  const label = html`<span class="mark" aria-hidden="true">${done ? '✓' : ''}</span>
    <span class="what">${said(step)}
      <small>${[t(`kind.${step.kind}`, {}, ''), minutes(step.minutes), step.percent == null ? '' : t('best', { percent: percent(step.percent) }),
        step.required ? '' : t('optional')].filter(Boolean).join(' · ')}</small></span>
    <span class="aside">${t(`state.${step.state}`, {}, '')}</span>`;
  return html`<li class=${done ? 'done' : 'open'}>${steps[step.kind] ? html`<a href=${stepHref(enrolment.id, step)}>${label}</a>` : html`<div>${label}</div>`}</li>`;
}

export const condition = (each, all) => {
  const target = all.find(step => step.id === each.target);
  return html`<li class=${each.met ? 'done' : 'open'}><div>
    <span class="mark" aria-hidden="true">${each.met ? '✓' : ''}</span>
    <span class="what">${t(`condition.${each.kind}`)}${target ? html`: ${said(target)}` : nothing}
      <small>${each.met
        ? html`${each.evidence ? html`${digits(each.evidence)} · ` : nothing}${each.at ? t('metOn', { date: date(each.at) }) : nothing}`
        : each.toDo ? said(each.toDo) : nothing}</small></span>
    <span class="aside">${t(each.met ? 'condition.met' : 'condition.open')}</span></div></li>`;
};

export default async function coursePage({ values }, paint) {
  const [enrolment, details] = await withCourse(values.enrolment, course);
  const all = enrolment.steps;
  const { completion, next } = enrolment;
  paint(html`
    ${back('#/', t('menu.home'))}
    ${head(said(details), enrolment.cohort && said(enrolment.cohort), said(details.summary))}
    <section class="card first">
      ${progress(enrolment.progress)}
      ${completion.complete
        ? html`<p class="notice good">${t('course.complete', { date: date(completion.at) })} <a href="#/certificates">${t('home.toCertificates')}</a></p>`
        : next ? html`<p class="next"><span class="soft">${t(`next.${next.kind}`, {}, t('next.other'))}</span> <b>${said(next)}</b></p>
          <a class="button wide" href=${stepHref(enrolment.id, next)}>${t('goOn')}</a>` : nothing}
      ${enrolment.due && !completion.complete ? html`<p class="soft">${t('due', { date: date(enrolment.due) })}</p>` : nothing}
    </section>
    ${byModule(all, details.modules).map((group, at) => html`<section class="module">
      <h2>${group.more ? nothing : html`<span>${t('module', { n: at + 1 })}</span>`} ${said(group.title)}</h2>
      ${group.minutes ? html`<p class="soft">${minutes(group.minutes)}</p>` : nothing}
      <ul class="steps">${group.steps.map(step => stepRow(enrolment, step))}</ul>
      ${group.kit?.length ? html`<p class="kit"><a href="#/kits/${enrolment.course.id}">${t('course.kit')}</a></p>` : nothing}
    </section>`)}
    <section class="module">
      <h2>${t(completion.complete ? 'course.met' : 'course.whyNotYet')}</h2>
      <ul class="steps">${completion.conditions.map(each => condition(each, all))}</ul>
    </section>`, plain(details));
}

import { html, nothing } from '../vendor.js';
import { course, withCourse } from '../enrolments.js';
import { isPossible } from '../keeping.js';
import { date, percent, plain, said, t } from '../words.js';
import { back, head, minutes, progress, steps, stepHref } from '../parts.js';
import { condition } from './conditions.js';
import { keeper } from './keep.js';

/** The steps in the course's modules; what belongs to none of them comes last. */
function byModule(all, modules) {
  const left = new Set(all);
  const take = (kind, id) => {
    const step = [...left].find(each => each.kind === kind && each.id === id);
    left.delete(step);
    return step;
  };
  const groups = modules.map(module => ({
    module,
    steps: [
      ...module.lessons.map(lesson => ({ ...take('lesson', lesson.id), minutes: lesson.minutes })),
      ...module.quiz ? [take('quiz', module.quiz.id)] : [],
      ...(module.assignments ?? []).map(each => take('assignment', each.id)),
    ].filter(step => step?.id),
  }));
  return left.size ? [...groups, { module: { title: t('course.alsoNeeded') }, steps: [...left], more: true }] : groups;
}

function stepRow(enrolment, step) {
  const done = step.state === 'done' || step.state === 'kept';
  const label = html`<span class="mark" aria-hidden="true">${done ? '✓' : ''}</span>
    <span class="what">${said(step)}
      <small>${[t(`kind.${step.kind}`, {}, ''), minutes(step.minutes), step.percent == null ? '' : t('best', { percent: percent(step.percent) }),
        step.required ? '' : t('optional')].filter(Boolean).join(' · ')}</small></span>
    <span class="aside">${t(`state.${step.state}`, {}, '')}</span>`;
  return html`<li class=${done ? 'done' : 'open'}>${steps[step.kind] ? html`<a href=${stepHref(enrolment.id, step)}>${label}</a>` : html`<div>${label}</div>`}</li>`;
}

export default async function coursePage({ values }, paint) {
  const [enrolment, details] = await withCourse(values.enrolment, course);
  const { completion, next } = enrolment;
  const groups = byModule(enrolment.steps, details.modules);
  const keep = await keeper(enrolment, details, draw);

  const section = (group, at) => {
    const { module } = group;
    const isOptional = group.steps.length && group.steps.every(step => !step.required);
    return html`<section class="module">
      <h2>${group.more ? nothing : html`<span>${t('module', { n: at + 1 })}${isOptional ? html` · ${t('optional')}` : nothing}</span>`} ${said(module.title)}</h2>
      ${module.minutes ? html`<p class="soft">${minutes(module.minutes)}</p>` : nothing}
      <ul class="steps">${group.steps.map(step => stepRow(enrolment, step))}</ul>
      ${keep(module)}
      ${module.kit?.length ? html`<p class="kit"><a href="#/kits/${enrolment.course.id}">${t('course.kit')}</a></p>` : nothing}
    </section>`;
  };

  function draw() {
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
      ${isPossible() ? html`<p class="hint">${t('keep.lead')}</p>` : nothing}
      ${groups.map(section)}
      <section class="module">
        <h2>${t(completion.complete ? 'course.met' : 'course.whyNotYet')}</h2>
        <ul class="steps">${completion.conditions.map(each => condition(each, enrolment))}</ul>
      </section>`, plain(details));
  }
  draw();
}

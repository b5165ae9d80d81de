import { html, nothing } from '../vendor.js';
import { post } from '../api.js';
import { date, plain, said, t } from '../words.js';
import { button, choice, field, submitting, trouble } from '../parts.js';
import { frame, instituteAndCohorts } from '../institute.js';

const SEATS = 'seats-';

export default async function cohort({ values }, paint) {
  const { institute: id } = values;
  const { institute, all, cohorts, courses } = await instituteAndCohorts(id);
  const state = {};
  const others = all.filter(each => each.id !== id);

  const open = submitting(state, draw, async given => {
    const seats = Object.fromEntries(Object.entries(given)
      .filter(([name, value]) => name.startsWith(SEATS) && Number(value) > 0)
      .map(([name, value]) => [name.slice(SEATS.length), Number(value)]));
    const { course, starts, ends, titleBn, titleEn } = given;
    const made = await post('/cohorts', { host: id, course, title: { bn: titleBn, en: titleEn }, starts, ends, seats });
    location.hash = `#/institutes/${id}/roster?cohort=${made.id}`;
  });

  const places = (each, value, required) => field({ name: SEATS + each.id, label: plain(each.name), type: 'number', min: 0, inputmode: 'numeric', value, required });

  function draw() {
    const { problem } = state;
    paint(frame(institute, 'cohort', html`
      ${cohorts.length ? html`<section class="module"><h2>${t('cohort.open')}</h2><ul class="steps">${cohorts.map(each => html`<li>
        <a href="#/institutes/${id}/roster?cohort=${each.id}"><span class="what">${said(each)}<small>${date(each.starts)} – ${date(each.ends)}</small></span></a></li>`)}</ul></section>` : nothing}
      <form class="card" @submit=${open}>
        <h2>${t('cohort.new')}</h2>
        ${trouble(problem)}
        ${choice({ name: 'course', label: t('course'), options: courses.map(each => [each.id, plain(each)]), required: true })}
        ${field({ name: 'titleBn', label: t('cohort.titleBn'), lang: 'bn', problem })}
        ${field({ name: 'titleEn', label: t('cohort.titleEn'), lang: 'en', problem })}
        <div class="filters">
          ${field({ name: 'starts', label: t('cohort.starts'), type: 'date', problem })}
          ${field({ name: 'ends', label: t('cohort.ends'), type: 'date', problem })}
        </div>
        <fieldset><legend>${t('cohort.seats')}</legend>
          ${places(institute, '30', true)}
          <details><summary>${t('cohort.others')}</summary>${others.map(each => places(each, '', false))}</details></fieldset>
        ${button(t('cohort.do'), state.busy)}
      </form>`), plain(institute.name));
  }
  draw();
}

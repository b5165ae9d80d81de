import { html, nothing } from '../vendor.js';
import { post } from '../api.js';
import { date, plain, said, t } from '../words.js';
import { button, choice, field, submitting, trouble } from '../parts.js';
import { at, frame, instituteAndCohorts, looksAfter } from './institute.js';
import { seatFields, seatsIn } from './seats.js';

/** The cohorts of an institute, or those one facilitates; and a new one. */
export default async function cohorts({ values }, paint) {
  const { institute: id } = values;
  const { institute, all, cohorts: found, courses } = await instituteAndCohorts(id);
  const state = {};
  const sorted = [...found].sort((a, b) => b.starts.localeCompare(a.starts));

  const open = submitting(state, draw, async given => {
    const { course, starts, ends, titleBn, titleEn, order, orderDate } = given;
    const made = await post('/cohorts', {
      host: id, ...course ? { course } : { programme: true }, title: { bn: titleBn, en: titleEn }, starts, ends, seats: seatsIn(given),
      ...order && { order }, ...orderDate && { orderDate },
    });
    location.hash = `${at(id, 'roster')}?cohort=${made.id}`;
  });

  const seats = each => {
    const places = Object.values(each.seats).reduce((sum, n) => sum + n, 0);
    const taken = Object.values(each.taken ?? {}).reduce((sum, n) => sum + n, 0);
    return t('cohort.seatsTaken', { n: taken, of: places });
  };

  const opening = ({ problem }) => html`<details class="card" ?open=${!found.length || state.problem}><summary>${t('cohort.new')}</summary><form @submit=${open}>
    ${trouble(problem)}
    ${choice({ name: 'course', label: t('course'), options: [...courses.map(each => [each.id, plain(each)]), ['', t('cohort.programme')]], value: courses[0]?.id })}
    ${field({ name: 'titleBn', label: t('cohort.titleBn'), lang: 'bn', problem })}
    ${field({ name: 'titleEn', label: t('cohort.titleEn'), lang: 'en', problem })}
    <div class="filters">
      ${field({ name: 'starts', label: t('cohort.starts'), type: 'date', problem })}
      ${field({ name: 'ends', label: t('cohort.ends'), type: 'date', problem })}
      ${field({ name: 'order', label: t('cohort.order'), required: false, problem })}
      ${field({ name: 'orderDate', label: t('cohort.orderDate'), type: 'date', required: false, problem })}
    </div>
    ${seatFields(institute, all, { [id]: 30 })}
    ${button(t('cohort.do'), state.busy)}
  </form></details>`;

  function draw() {
    paint(frame(institute.id && institute, 'cohorts', html`
      ${found.length ? html`<ul class="steps">${sorted.map(each => html`<li><a href=${at(id, 'cohorts', each.id)}>
        <span class="what">${said(each)}<small>${date(each.starts)} – ${date(each.ends)} · ${seats(each)}${each.host === id ? '' : html` · ${said(all.find(host => host.id === each.host) ?? each.host)}`}</small></span></a></li>`)}</ul>`
        : html`<p class="notice">${t('cohort.none')}</p>`}
      ${id && looksAfter(id) ? opening(state) : nothing}`, id ? null : t('menu.cohorts')), id ? plain(institute.name) : t('menu.cohorts'));
  }
  draw();
}

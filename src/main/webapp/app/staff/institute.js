import { html, nothing } from '../vendor.js';
import { get } from '../api.js';
import { plain, said, t } from '../words.js';
import { back, choice, head } from '../parts.js';
import { holds, institutes } from '../session.js';

let list = null;

export async function allInstitutes() {
  list ??= await get('/organizations?type=institute');
  return list;
}

export const named = async id => (await allInstitutes()).find(each => each.id === id) ?? { id, name: id };

/** Whether one may change things of an institute; a director only reads. */
export const looksAfter = id => holds('administrator') || institutes().includes(id);

/** The cohorts that an institute hosts or has seats in. */
export const cohortsOf = async id => (await get('/cohorts')).filter(each => !id || each.host === id || each.seats[id]);

/** What each page of an institute needs: the institute itself, the cohorts and the courses. */
export async function instituteAndCohorts(id) {
  const [all, cohorts, courses] = await Promise.all([allInstitutes(), cohortsOf(id), get('/courses')]);
  return { institute: all.find(each => each.id === id) ?? { id, name: id ?? '' }, all, cohorts, courses };
}

const TABS = ['overview', 'people', 'progress', 'cohorts'];
const OF_COORDINATORS = ['roster', 'reminders', 'more'];

/** The address of a page of an institute, or of one that goes across all. */
export const at = (institute, ...rest) => `#/${[...institute ? ['institutes', institute.id ?? institute] : [], ...rest].join('/')}`;

export const tabs = (label, all, here) => html`<nav class="tabs" aria-label=${label}>${all.map(([page, href, text]) =>
  html`<a href=${href} aria-current=${here === page ? 'page' : 'false'}>${text}</a>`)}</nav>`;

/** The frame of an institute's pages; without an institute, of those that go across all. */
export function frame(institute, here, body, title) {
  if (!institute) {
    return html`${holds('administrator') ? back('#/administration', t('menu.administration')) : nothing}${head(title)}${body}`;
  }
  const pages = [...TABS, ...looksAfter(institute.id) ? OF_COORDINATORS : []];
  return html`
    ${institutes().includes(institute.id) && !holds('administrator') ? nothing : back('#/institutes', t('menu.institutes'))}
    ${head(said(institute.name))}
    ${tabs(plain(institute.name), pages.map(page => [page, at(institute, ...page === 'overview' ? [] : [page]), t(`institute.${page}`)]), here)}
    ${title ? html`<h2 class="title">${title}</h2>` : nothing}
    ${body}`;
}

export const cohortChoice = (cohorts, value, onChange, none) => choice({
  name: 'cohort', label: t('cohort'), value, onChange,
  options: [['', none], ...cohorts.map(each => [each.id, plain(each.title)])],
});

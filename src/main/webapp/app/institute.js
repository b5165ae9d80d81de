import { html } from './vendor.js';
import { get } from './api.js';
import { plain, said, t } from './words.js';
import { back, choice, head } from './parts.js';
import { holds } from './session.js';

let list = null;

export async function allInstitutes() {
  list ??= await get('/organizations?type=institute');
  return list;
}

/** What each page of an institute needs: the institute itself, the cohorts and the courses. */
export async function instituteAndCohorts(id) {
  const [all, cohorts, courses] = await Promise.all([allInstitutes(), get('/cohorts'), get('/courses')]);
  return { institute: all.find(each => each.id === id) ?? { id, name: id }, all, cohorts, courses };
}

export function frame(institute, here, body) {
  const tab = (page, href) => html`<a href=${href} aria-current=${here === page ? 'page' : 'false'}>${t(`institute.${page}`)}</a>`;
  const at = `#/institutes/${institute.id}`;
  return html`
    ${holds('administrator') ? back('#/institutes', t('menu.institutes')) : ''}
    ${head(said(institute.name))}
    <nav class="tabs" aria-label=${plain(institute.name)}>${tab('progress', at)}${tab('roster', `${at}/roster`)}${tab('cohort', `${at}/cohort`)}</nav>
    ${body}`;
}

export const cohortChoice = (cohorts, value, onChange, none) => choice({
  name: 'cohort', label: t('cohort'), value, onChange,
  options: [['', none], ...cohorts.map(each => [each.id, plain(each.title)])],
});

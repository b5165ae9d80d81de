import { html } from '../vendor.js';
import { get } from '../api.js';
import { date, plain, said, t } from '../words.js';
import { back, head } from '../parts.js';
import { holds } from '../session.js';
import { allInstitutes, at, frame, looksAfter, tabs } from './institute.js';

/** A cohort with the institute it is looked at from; a facilitator looks at it from none. */
export async function theCohort({ institute: id, cohort }) {
  const [found, all, courses] = await Promise.all([get(`/cohorts/${cohort}`), allInstitutes(), get('/courses')]);
  const name = each => all.find(institute => institute.id === each) ?? { id: each, name: each };
  return { cohort: found, institute: id && name(id), courses, name, path: `/cohorts/${cohort}`, here: at(id, 'cohorts', cohort) };
}

export const courseTitle = (courses, id) => said(courses.find(each => each.id === id) ?? id);

const TABS = ['board', 'participants', 'announcements', 'settings'];

/** The frame of a cohort's pages. */
export function cohortFrame({ cohort, institute, here }, page, body) {
  const staff = institute && looksAfter(institute.id);
  const shown = TABS.filter(each => each === 'board' || each === 'participants' || staff || (each === 'announcements' && holds('facilitator')));
  const inner = html`
    ${institute ? back(at(institute, 'cohorts'), t('institute.cohorts')) : back('#/cohorts', t('menu.cohorts'))}
    ${institute ? html`<h2 class="title">${said(cohort)}</h2>` : head(said(cohort))}
    <p class="soft">${date(cohort.starts)} – ${date(cohort.ends)}</p>
    ${tabs(plain(cohort), shown.map(each => [each, each === 'board' ? here : `${here}/${each}`, t(`cohort.${each}`)]), page)}
    ${body}`;
  return institute ? frame(institute, 'cohorts', inner) : inner;
}

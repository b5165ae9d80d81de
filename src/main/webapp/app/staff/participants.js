import { html, nothing } from '../vendor.js';
import { get, query } from '../api.js';
import { date, plain, said, t } from '../words.js';
import { done } from '../fields.js';
import { doing, trouble } from '../parts.js';
import { act, actsMenu } from './acts.js';
import { cohortFrame, courseTitle, theCohort } from './cohort-frame.js';
import { at, looksAfter } from './institute.js';
import { nudge, nudgeButton } from './nudge.js';
import { pager, table } from './parts.js';

const SIZE = 50;

/** The people of a cohort that one may see, and what can be done about each enrolment. */
export default async function participants({ values }, paint) {
  const page = Number(values.page) || 0;
  const list = () => get(`/cohorts/${values.cohort}/people${query({ page, size: SIZE })}`);
  const [frame, first] = await Promise.all([theCohort(values), list()]);
  const { cohort, institute, courses, name, here } = frame;
  const state = { found: first };
  const mine = each => institute && each.institute === institute.id && looksAfter(each.institute);
  const several = new Set(first.items.map(each => each.institute)).size > 1 || first.items.some(each => each.institute !== institute?.id);
  const anyMine = first.items.some(mine);

  const go = each => async which => {
    state.told = await act(which, { ...each, id: each.enrolment, cohort: cohort.id });
    if (state.told) await doing(state, draw, async () => { state.found = await list(); });
    draw();
  };
  const write = (whom, lead) => async () => {
    state.told = await nudge(institute.id, whom, lead) ?? state.told;
    draw();
  };

  const row = each => html`<tr>
    <th scope="row">${institute && looksAfter(each.institute) ? html`<a href=${at(each.institute, 'people', each.person)}>${said(each.name)}</a>` : said(each.name)}
      <br><small>${said(each.designation)}</small></th>
    ${several ? html`<td>${said(name(each.institute))}</td>` : nothing}
    ${cohort.course ? nothing : html`<td>${courseTitle(courses, each.course)}</td>`}
    <td><b class="state ${each.state}">${t(`enrolment.${each.state}`)}</b></td>
    <td>${date(each.due)}</td>
    ${anyMine ? html`<td>${mine(each) ? actsMenu({ ...each, id: each.enrolment }, cohort, go(each), nudgeButton(each.name, write({ people: [each.person] }, plain(each.name)))) : nothing}</td>` : nothing}</tr>`;

  const heads = () => [t('name'), ...several ? [t('institute')] : [], ...cohort.course ? [] : [t('course')], t('state'), t('sort.due'), ...anyMine ? [t('action')] : []];

  function draw() {
    paint(cohortFrame(frame, 'participants', html`
      ${done(state.told)}${trouble(state.problem)}
      ${state.found.items.length ? html`<p class="soft">${t('people.total', { n: state.found.total })}</p>
        ${table(t('cohort.participants'), heads(), state.found.items.map(row))}
        ${pager(state.found.total, page, SIZE, to => `${here}/participants${query({ page: to })}`)}
        ${anyMine ? html`<p class="doing"><button class="button quiet" @click=${write({ cohort: cohort.id }, t('nudge.toCohort'))}>${t('nudge.cohort')}</button></p>` : nothing}`
        : html`<p class="notice">${t('participants.none')} ${institute && looksAfter(institute.id) ? html`<a href="${at(institute, 'roster')}?cohort=${cohort.id}">${t('institute.roster')}</a>` : nothing}</p>`}`), plain(cohort));
  }
  draw();
}

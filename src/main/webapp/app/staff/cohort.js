import { html, nothing } from '../vendor.js';
import { get } from '../api.js';
import { date, language, number, percent, plain, said, t } from '../words.js';
import { done, fact } from '../fields.js';
import { cohortFrame, courseTitle, theCohort } from './cohort-frame.js';
import { at, looksAfter } from './institute.js';
import { nudge, nudgeButton } from './nudge.js';
import { bars, table } from './parts.js';

const FUNNEL = ['enrolled', 'begun', 'completed', 'certified'];
const ASIDE = ['invited', 'active', 'withdrawn', 'lapsed'];
const REASONS = ['no-activity', 'due-soon', 'failing-quiz'];

const reasons = all => html`<ul class="reasons">${all.map(each => html`<li class=${each}>${t(`risk.${each}`, {}, each)}</li>`)}</ul>`;

/** How many came how far: whoever has begun is active, has completed, or began before leaving. */
function funnel(numbers) {
  const begun = numbers.active + numbers.completed;
  return html`<section class="card"><h2>${t('board.funnel')}</h2>
    ${bars(t('board.funnel'), FUNNEL.map(each => ({ name: t(`count.${each}`), n: each === 'begun' ? begun : numbers[each], of: numbers.enrolled })))}
    <dl class="facts">${ASIDE.map(each => fact(t(`enrolment.${each}`), number(numbers[each])))}</dl></section>`;
}

/** A cohort at a glance: how far people came, who needs a hand, what holds them up. */
export default async function cohortPage({ values }, paint) {
  const [frame, board] = await Promise.all([theCohort(values), get(`/cohorts/${values.cohort}/dashboard`)]);
  const { institute, courses, name } = frame;
  const { atRisk, perModule, perInstitute } = board;
  const state = {};
  const mine = institute && looksAfter(institute.id);
  const several = perInstitute.length > 1;

  const nudging = (people, lead) => async () => {
    state.told = await nudge(institute.id, { people }, lead) ?? state.told;
    draw();
  };

  const person = each => html`<tr>
    <th scope="row">${institute ? html`<a href=${at(each.institute, 'people', each.person)}>${said(each.name)}</a>` : said(each.name)}
      ${several ? html`<br><small>${said(name(each.institute))}</small>` : nothing}</th>
    <td>${reasons(each.reasons)}${each.quiz ? html`<small>${said(perModule.find(({ module }) => module === each.quiz) ?? '')}</small>` : nothing}</td>
    <td>${each.lastActivity ? date(each.lastActivity) : t('never')}</td><td>${date(each.due)}</td>
    ${mine ? html`<td>${each.institute === institute.id ? nudgeButton(each.name, nudging([each.person], plain(each.name))) : nothing}</td>` : nothing}</tr>`;

  const risk = () => html`<section class="card"><h2>${t('board.atRisk')}</h2>
    ${atRisk.total ? html`<p>${t('board.atRiskTotal', { n: atRisk.total })}</p>
      ${bars(t('board.atRisk'), REASONS.map(each => ({ name: t(`risk.${each}`), n: atRisk.reasons[each] ?? 0, of: atRisk.total, look: 'warn' })))}` : html`<p>${t('board.nobodyAtRisk')}</p>`}
    ${done(state.told)}
    ${atRisk.items.length ? html`${table(t('board.atRisk'), [t('name'), t('board.why'), t('sort.activity'), t('sort.due'), ...mine ? [t('action')] : []], atRisk.items.map(person))}
      ${atRisk.total > atRisk.items.length ? html`<p class="soft">${t('board.first', { n: atRisk.items.length })}</p>` : nothing}
      ${mine ? html`<p class="doing"><button class="button" @click=${nudging([...new Set(atRisk.items.filter(each => each.institute === institute.id).map(each => each.person))], t('nudge.toAll'))}>${t('nudge.all')}</button></p>` : nothing}` : nothing}
  </section>`;

  const file = format => `/api/cohorts/${values.cohort}/completions?format=${format}&lang=${language}`;

  function draw() {
    paint(cohortFrame(frame, 'board', html`
      ${board.whole ? nothing : html`<p class="hint">${t('board.ownOnly')}</p>`}
      <div class="columns">${funnel(board.funnel)}
        <section class="card"><h2>${t('board.modules')}</h2>
          ${bars(t('board.modules'), perModule.map(each => ({ name: said(each), n: each.done, of: each.of, aside: t('board.of', { n: each.of }) })))}
          <dl class="facts">${fact(t('overview.median'), board.medianDaysToFinish == null ? '–' : t('days', { n: board.medianDaysToFinish }))}
            ${fact(t('course'), courseTitle(courses, board.cohort.course) || t('cohort.programme'))}</dl></section></div>
      ${risk()}
      ${several ? html`<section class="card"><h2>${t('board.institutes')}</h2>
        ${bars(t('board.institutes'), perInstitute.map(each => ({ name: said(each), n: each.completed, of: each.of, aside: t('board.of', { n: each.of }) + (each.of ? ` · ${percent(Math.round(each.completed / each.of * 100))}` : '') })))}</section>` : nothing}
      <p class="doing"><a class="button quiet" href="/api/cohorts/${values.cohort}/report?lang=${language}" download>${t('board.report')}</a>
        <a class="button quiet" href=${file('xlsx')} download>${t('file.xlsx')}</a>
        <a class="button quiet" href=${file('csv')} download>${t('file.csv')}</a></p>`), plain(frame.cohort));
  }
  draw();
}

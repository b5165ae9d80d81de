import { html, nothing } from '../vendor.js';
import { get, put, query, remove } from '../api.js';
import { digits, language, plain, said, t, time } from '../words.js';
import { asTyped, done } from '../fields.js';
import { back, doing, trouble } from '../parts.js';
import { apply, follow } from './application.js';
import { ask, pager, table, tiles } from './parts.js';
import { at, frame, named } from './institute.js';

const COUNTS = ['rows', 'create', 'update', 'unchanged', 'undecided', 'rejected', 'left'];
const ACTIONS = COUNTS.slice(1);
const SIZE = 50;
const FEW = 5;

/** Who may be the same as a row, and what one answers. */
function samePerson(question, answer, choose) {
  const { row, person, otherRow, others } = question;
  const name = `row-${row}`;
  const option = value => html`<label class="choice"><input type="radio" name=${name} value=${value} .checked=${answer === value}
    @change=${() => choose({ row, decision: value })}><span>${t(`decide.${value}`)}</span></label>`;
  return html`<fieldset class="question"><legend>${t('decide.row', { n: row })}</legend>
    <p>${person
      ? html`${t('decide.known')} <b>${said(person)}</b>${person.designation ? html`, ${said(person.designation)}` : nothing}, <span lang="en">${person.email}</span>`
      : t('decide.otherRow', { n: otherRow })}
      ${others ? html`<span class="soft">${t('decide.others', { n: others })}</span>` : nothing}</p>
    ${question.values ? html`<p class="soft">${t('decide.inTheList')} ${Object.values(question.values).map((value, n) => html`${n ? ' · ' : ''}${asTyped(value)}`)}</p>` : nothing}
    ${option('same')}${option('different')}${option('leave')}</fieldset>`;
}

function bijoyColumn({ column, samples, bijoy }, choose) {
  const option = value => html`<label class="choice"><input type="radio" name="column-${column}" .checked=${bijoy === value}
    @change=${() => choose({ column, bijoy: value })}><span>${t(`bijoy.${value}`)}</span></label>`;
  return html`<fieldset class="question"><legend>${t('bijoy.column')} ${asTyped(t(`column.${column}`, {}, column))}</legend>
    <p>${t('bijoy.lead')}</p>
    ${table(`${t('bijoy.samples')}: ${t(`column.${column}`, {}, column)}`, [t('bijoy.from'), t('bijoy.to')], samples.map(({ from, to }) =>
      html`<tr><td lang="en">${from}</td><td lang="bn">${to}</td></tr>`))}
    ${option(true)}${option(false)}</fieldset>`;
}

const columnName = column => asTyped(t(`column.${column}`, {}, column));

const faults = (plan, all, showAll) => html`<h3>${t('roster.faults')}</h3>
  ${table(t('roster.faults'), [t('roster.row'), t('roster.column'), t('roster.message')], (all ? plan.errors : plan.errors.slice(0, FEW)).map(error =>
    html`<tr><td>${digits(error.row)}</td><td>${columnName(error.column)}</td><td>${error.message}</td></tr>`))}
  ${!all && plan.errors.length > FEW ? html`<p><button class="button quiet" @click=${showAll}>${t('roster.allFaults', { n: plan.errors.length })}</button></p>` : nothing}
  <p><a href="/api/roster-plans/${plan.id}/report?lang=${language}" download>${t('roster.report')}</a></p>`;

const notes = ({ notes: all }) => html`<h3>${t('roster.notes')}</h3>
  ${table(t('roster.notes'), [t('roster.row'), t('roster.column'), t('reason')], all.map(note =>
    html`<tr><td>${digits(note.row)}</td><td>${columnName(note.column)}</td><td>${note.message}</td></tr>`))}`;

/** What would happen to a row: the fields that change, what is wrong with it, or what it asks. */
const fate = row => html`${row.changes.map(({ field, from, to }) => html`<div>${columnName(field)}: ${from ? html`<s>${asTyped(from)}</s> → ` : nothing}${asTyped(to)}</div>`)}
  ${row.errors.map(({ column, message }) => html`<div class="wrong">${columnName(column)}: ${message}</div>`)}
  ${row.notes.map(({ column, message }) => html`<div class="soft">${columnName(column)}: ${message}</div>`)}
  ${row.decision ? html`<div class="soft">${t(`decide.${row.decision}`)}</div>` : nothing}`;

const rowsTable = (rows, reconsider) => table(t('roster.rowsOf'), [t('roster.row'), t('name'), t('designation'), t('roster.action'), t('roster.fate')], rows.map(row => html`<tr>
  <td>${digits(row.row)}</td>
  <td>${asTyped(row.values.name_bn ?? row.values.name_en)}<br><span lang="en" class="soft">${row.values.email}</span></td>
  <td>${asTyped(row.values.designation_bn ?? row.values.designation_en)}</td>
  <td>${t(`action.${row.action}`)}</td><td>${fate(row)}
    ${row.decision && reconsider ? html`<button class="link" aria-label="${t('decide.again')}: ${digits(row.row)}" @click=${() => reconsider(row.row)}>${t('decide.again')}</button>` : nothing}</td></tr>`));

const progress = seen => html`<section class="card" aria-live="polite"><h2>${t('apply.running')}</h2>
  <progress max=${seen?.total || 1} value=${seen?.done ?? 0} aria-label=${t('apply.running')}></progress>
  <p>${seen ? t('apply.done', { done: seen.done, total: seen.total }) : t('apply.lost')}</p>
  <p class="soft">${t('apply.leave')}</p></section>`;

const undone = taken => html`<section class="card" role="status"><h2>${t('undo.title')}</h2>
  ${tiles(['people', 'updates', 'enrolments', 'invitations'], taken, name => t(`undo.${name}`))}
  ${taken.left.length ? html`<h3>${t('undo.stays')}</h3>${table(t('undo.stays'), [t('roster.row'), t('reason')], taken.left.map(each =>
    html`<tr><td>${digits(each.row)}</td><td>${each.message}</td></tr>`))}` : html`<p>${t('undo.allBack')}</p>`}</section>`;

/** A plan: what a list would do, the questions it asks, and what came of it. It can be left and opened again. */
export default async function rosterPlan({ values }, paint) {
  const { institute: id, plan: planId, action } = values;
  const page = Number(values.page) || 0;
  const path = `/roster-plans/${planId}`;
  const state = { answers: new Map() };
  let here = true;

  const loadRows = async () => {
    const asked = state.plan.undecided && state.plan.state === 'planned';
    [state.rows, state.asked] = await Promise.all([
      get(`${path}/rows${query({ action, page, size: SIZE })}`),
      asked ? get(`${path}/rows?action=undecided&size=500`) : { items: [] },
    ]);
  };
  const load = async () => {
    state.plan = await get(path);
    await loadRows();
  };
  const decide = answer => doing(state, draw, async () => {
    state.plan = await put(`${path}/decisions`, answer);
    await loadRows();
  });
  const decideRow = answer => {
    state.answers.set(answer.row, answer.decision);
    return decide({ rows: [answer] });
  };
  const reconsider = row => {
    state.answers.delete(row);
    return decide({ rows: [{ row, decision: null }] });
  };
  const decideAll = decision => decide({ rows: state.plan.questions.filter(each => each.kind === 'same-person').map(({ row }) => ({ row, decision })) });
  const heard = seen => {
    state.seen = seen;
    draw();
  };
  const wanted = () => here;
  const carryOut = act => doing(state, draw, async () => {
    state.applying = true;
    draw();
    try {
      const outcome = await act();
      if (outcome) state.plan = { ...state.plan, state: 'applied', outcome };
    } catch (problem) {
      if (problem.status === 409) await load();
      throw problem;
    } finally {
      state.applying = false;
    }
    if (here) await load();
  });
  const applyIt = () => carryOut(() => apply(planId, heard, wanted));
  const undo = async () => {
    const back = await ask({ title: t('undo.ask'), lead: t('undo.lead'), label: t('undo.do'), look: 'danger', act: () => remove(`${path}/application`) });
    if (back) await doing(state, draw, load);
  };
  const drop = () => doing(state, draw, async () => {
    await remove(path);
    location.hash = at(institute, 'roster');
  });

  function questions() {
    const { questions: all } = state.plan;
    const open = all.filter(each => each.kind === 'same-person');
    if (!all.length) return nothing;
    return html`<h3>${t('decide.title')}</h3>
      ${all.filter(each => each.kind === 'bijoy').map(each => bijoyColumn(each, answer => decide({ columns: [answer] })))}
      ${open.map(each => samePerson({ ...each, values: state.asked.items.find(({ row }) => row === each.row)?.values }, state.answers.get(each.row), decideRow))}
      ${open.length > 2 ? html`<p class="doing">${['same', 'different', 'leave'].map(each =>
        html`<button class="button quiet" @click=${() => decideAll(each)}>${t(`decideAll.${each}`)}</button>`)}</p>` : nothing}`;
  }

  const accepted = ({ create, update, unchanged }) => create + update + unchanged;

  const planned = () => html`<section class="card" aria-busy=${state.busy ? 'true' : 'false'}>
    <h2>${t('roster.plan')}</h2>
    <p>${t('roster.planLead')} ${t('roster.ends', { time: time(state.plan.endsAt) })}</p>
    <div aria-live="polite">${tiles(COUNTS, state.plan, name => t(`roster.${name}`))}</div>
    ${questions()}
    ${state.plan.errors.length ? faults(state.plan, state.all, () => { state.all = true; draw(); }) : nothing}
    ${state.plan.notes.length ? notes(state.plan) : nothing}
    ${state.plan.undecided ? html`<p class="notice warn">${t('roster.openQuestions', { n: state.plan.undecided })}</p>` : nothing}
    ${trouble(state.problem)}
    <div class="doing">${accepted(state.plan) ? html`<button class="button" aria-disabled=${state.busy ? 'true' : nothing} @click=${applyIt}>${t('roster.apply')}</button>` : nothing}
      <button class="button quiet" aria-disabled=${state.busy ? 'true' : nothing} @click=${drop}>${t('roster.drop')}</button></div>
  </section>`;

  const applied = () => html`<section class="card" role="status">
    <h2>${t('roster.result')}</h2>
    ${done(t('roster.applied'))}
    ${tiles(['created', 'updated', 'enrolled', 'left'], state.plan.outcome, name => t(`roster.${name}`))}
    ${trouble(state.problem)}
    <div class="doing"><a class="button" href=${at(institute, 'progress') + query({ cohort: state.plan.cohort })}>${t('institute.progress')}</a>
      <button class="button quiet" @click=${undo}>${t('undo.do')}</button></div>
    <p class="hint">${t('undo.until', { time: time(state.plan.endsAt) })}</p>
    ${state.plan.errors.length ? faults(state.plan, state.all, () => { state.all = true; draw(); }) : nothing}
  </section>`;

  const bodies = { planned, applied, undone: () => undone(state.plan.undone), ended: () => html`<p class="notice">${t('roster.ended')}</p>` };

  const listed = () => html`<section class="module"><h2>${t('roster.rowsOf')}</h2>
    <nav class="chips" aria-label=${t('roster.action')}>${[undefined, ...ACTIONS.filter(each => state.plan[each])].map(each =>
      html`<a href=${at(institute, 'roster', planId) + query({ action: each })} aria-current=${each === action ? 'page' : 'false'}>${each ? t(`roster.${each}`) : t('all')}</a>`)}</nav>
    ${rowsTable(state.rows.items, state.plan.state === 'planned' && reconsider)}
    ${pager(state.rows.total, page, SIZE, to => at(institute, 'roster', planId) + query({ action, page: to }))}</section>`;

  function draw() {
    if (!here) return;
    paint(frame(institute, 'roster', html`
      ${back(at(institute, 'roster'), t('roster.allLists'))}
      <p class="above">${state.plan.cohort ? said(state.plan.cohortTitle) : t('roster.noCohort')}<span>${time(state.plan.plannedAt)}</span></p>
      ${state.applying ? progress(state.seen) : bodies[state.plan.state]()}
      ${state.applying || state.plan.state === 'undone' || !state.rows.total ? nothing : listed()}`), plain(institute.name));
  }
  const [institute] = await Promise.all([named(id), load()]);
  draw();
  if (state.plan.state === 'planned') {
    const seen = await get(`${path}/application`);
    if (seen.state === 'applying') carryOut(async () => (await follow(planId, heard, wanted))?.outcome);
  }
  return () => { here = false; };
}

import { html, nothing } from '../vendor.js';
import { get, query } from '../api.js';
import { date, language, said, t, time } from '../words.js';
import { asTyped } from '../fields.js';
import { progress } from '../parts.js';
import { condition } from '../pages/conditions.js';
import { download } from '../pages/certificates.js';
import { act, actsMenu, quizTitle, quizzesOf } from './acts.js';
import { cohortsOf } from './institute.js';

/** The enrolments of a person at an institute; with all about each for those who look after it. */
export async function loadEnrolments(institute, person, mine) {
  if (!institute) return [];
  const [found, cohorts] = await Promise.all([
    get(`/institutes/${institute}/completions${query({ q: person.email, size: 100 })}`),
    mine ? cohortsOf(institute) : [],
  ]);
  return Promise.all(found.items.filter(each => each.person === person.id).map(async row => {
    if (!mine) return { row };
    const [whole, history, allowances] = await Promise.all(['', '/history', '/allowances'].map(part => get(`/enrolments/${row.enrolment}${part}`)));
    const quizzes = allowances.length ? await quizzesOf(whole.course.id) : [];
    return { row, whole, history, allowances, quizzes, cohort: cohorts.find(each => each.id === row.cohort) };
  }));
}

/** What became of the paper of an award, and of its mail. */
const paper = ({ title, met, conditions, serial, paper: state }, fetchPaper) => html`<li class=${met ? 'done' : 'open'}><div>
  <span class="mark" aria-hidden="true">${met ? '✓' : ''}</span>
  <span class="what">${said(title)}
    <small>${met ? t(`paper.${state?.state ?? 'none'}`) : t('paper.notMet', { n: conditions.filter(each => !each.met).length })}
      ${state?.message ? html` · ${state.message}` : nothing}</small>
    ${state?.mail ? html`<small>${t('mail.of.certificate')}: ${t(`mail.${state.mail.state}`)}, ${time(state.mail.at)}${state.mail.error ? html` · <span lang="en">${state.mail.error}</span>` : nothing}</small>` : nothing}
    ${serial ? html`<small><a class="serial" lang="en" href="/verify/${serial}?lang=${language}">${serial}</a>
      ${state?.state === 'stored' ? html`<button class="link" @click=${() => fetchPaper(serial)}>${t('certificate.download')}</button>` : nothing}</small>` : nothing}</span>
  <span class="aside">${t(met ? 'condition.met' : 'condition.open')}</span></div></li>`;

const past = ({ what, reason, by, at, details }) => html`<li><b>${t(`history.${what}`, {}, what)}</b>
  ${details?.from?.length === 10 || details?.to?.length === 10 ? html`${date(details.from)} → ${date(details.to)}` : nothing}
  <span class="soft">${time(at)}${by ? html` · ${said(by)}` : nothing}</span>${reason ? html`<br>${asTyped(reason)}` : nothing}</li>`;

const extra = quizzes => each => html`<li><b>${[each.attempts && t('allow.nAttempts', { n: each.attempts }), each.minutes && t('minutes', { n: each.minutes })].filter(Boolean).join(', ')}</b>
  <span class="soft">${quizTitle(quizzes, each.quiz)} · ${date(each.at)}${each.by ? html` · ${said(each.by)}` : nothing}</span><br>${asTyped(each.reason)}</li>`;

/** One enrolment: how far, why not yet, its papers, its past, and what can be done. */
export function enrolmentCard({ row, whole, history, allowances, quizzes, cohort }, { state, awards, reload, draw, doing }) {
  if (!whole) {
    return html`<article class="card"><p class="above">${t(`enrolment.${row.state}`)}<span>${date(row.due)}</span></p>
      <h3>${t('percent', { n: row.percent })}</h3>${row.serial ? html`<p class="serial" lang="en">${row.serial}</p>` : nothing}</article>`;
  }
  const { id, course, completion } = whole;
  const papers = awards.filter(each => each.course === course.id);
  const fetchPaper = serial => doing(state, draw, () => download(serial));
  const go = async which => {
    const told = await act(which, { id, name: state.person.name ?? state.person.email, course: course.id, cohort: whole.cohort?.id, institute: whole.institute, due: whole.due });
    if (told) await reload(told);
  };
  return html`<article class="card">
    <p class="above">${t(`enrolment.${whole.state}`)}${whole.due && !completion.complete ? html`<span>${t('due', { date: date(whole.due) })}</span>` : nothing}</p>
    <h3>${said(course)}</h3>
    ${whole.cohort ? html`<p class="soft">${said(whole.cohort)}</p>` : nothing}
    ${progress(whole.progress)}
    <h4>${t(completion.complete ? 'course.met' : 'course.whyNotYet')}</h4>
    <ul class="steps">${completion.conditions.map(each => condition(each, { steps: whole.steps }))}</ul>
    ${papers.length ? html`<h4>${t('person.papers')}</h4><ul class="steps">${papers.map(each => paper(each, fetchPaper))}</ul>` : nothing}
    ${allowances.length ? html`<h4>${t('allow.given')}</h4><ul class="past">${allowances.map(extra(quizzes))}</ul>` : nothing}
    <details><summary>${t('history')}</summary><ul class="past">${history.map(past)}</ul></details>
    ${actsMenu({ state: whole.state, name: course }, cohort, go)}
  </article>`;
}

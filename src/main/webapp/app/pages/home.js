import { html, nothing } from '../vendor.js';
import { Problem, get } from '../api.js';
import { date, plain, said, t } from '../words.js';
import { enrolments as fetchEnrolments } from '../enrolments.js';
import { holds, institutes, me } from '../session.js';
import { head, progress, stepHref } from '../parts.js';

function enrolmentCard(enrolment, first) {
  const { id, course, cohort, due, next, state } = enrolment;
  const going = state === 'invited' || state === 'active';
  return html`<article class="card ${first ? 'first' : ''}">
    <p class="above">${first ? t(state === 'invited' ? 'home.begin' : 'home.goOn') : t(`enrolment.${state}`)}</p>
    <h2><a href="#/enrolments/${id}">${said(course)}</a></h2>
    <p class="soft">${cohort ? said(cohort) : nothing}${due && going ? html`<span class="due">${t('due', { date: date(due) })}</span>` : nothing}</p>
    ${progress(enrolment.progress)}
    ${going && next ? html`<p class="next"><span class="soft">${t(`next.${next.kind}`, {}, t('next.other'))}</span> <b>${said(next)}</b></p>
      <a class="button wide" href=${stepHref(id, next)} aria-label="${t('goOn')}: ${plain(next)}">${t(state === 'invited' ? 'begin' : 'goOn')}</a>
      <p><a class="plain" href="#/enrolments/${id}/missing" aria-label="${t('course.whyNotYet')}: ${plain(course)}">${t('course.whyNotYet')}</a></p>` : nothing}
    ${state === 'completed' ? html`<a class="button quiet" href="#/certificates">${t('home.toCertificates')}</a>` : nothing}
  </article>`;
}

const door = (href, title, text) => html`<a class="card door" href=${href}><b>${title}</b><span>${text}</span></a>`;

/** What one's cohorts were told; most days that is nothing, and nothing more is fetched. */
async function news() {
  const { items } = await get('/me/announcements?size=5');
  const place = document.getElementById('news');
  if (items.length && place) await (await import('../mine/announcements.js')).show(items, place);
}

export default async function home(_, paint) {
  const enrolments = await fetchEnrolments();
  const first = enrolments.find(each => each.state === 'active') ?? enrolments.find(each => each.state === 'invited');
  const sorted = first ? [first, ...enrolments.filter(each => each !== first)] : enrolments;
  paint(html`
    ${head(t('home.title', { name: plain(me.name) }))}
    <div id="news" class="news"></div>
    <div class="cards">${sorted.map(each => enrolmentCard(each, each === first))}</div>
    ${!sorted.length && (holds('learner') || !me.roles.length) ? html`<p class="notice">${t(me.roles.length ? 'home.empty' : 'home.nothing')}</p>` : nothing}
    <div class="doors">
      ${sorted.length || !holds('learner') ? door('#/kits', t('menu.kits'), t('home.kits')) : nothing}
      ${institutes().map(id => door(`#/institutes/${id}`, t('menu.institute'), t('home.institute')))}
      ${holds('facilitator') ? door('#/cohorts', t('menu.cohorts'), t('home.cohorts')) : nothing}
      ${holds('administrator') || holds('viewer') ? door('#/institutes', t('menu.institutes'), t('home.institutes')) : nothing}
      ${holds('administrator') ? html`
        ${door('#/administration', t('menu.administration'), t('home.administration'))}
        ${door('#/registry', t('menu.registry'), t('home.registry'))}
        ${door('#/outbox', t('menu.outbox'), t('home.outbox'))}` : nothing}
    </div>`, t('menu.home'));
  news().catch(problem => { if (!(problem instanceof Problem)) throw problem; });
}

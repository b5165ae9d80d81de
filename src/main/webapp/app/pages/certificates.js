import { html, nothing } from '../vendor.js';
import { file, get } from '../api.js';
import { date, language, plain, said, t } from '../words.js';
import { doing, head, trouble } from '../parts.js';
import { condition } from './conditions.js';

const PATIENCE = 5;

/** The paper may be a few seconds younger than the certificate: then the server says when to ask again. */
async function paper(serial, asked = 1) {
  try {
    return await file(`/certificates/${serial}/pdf`, 'application/pdf');
  } catch (problem) {
    if (problem.status !== 503 || !problem.retryAfter || problem.retryAfter * asked > PATIENCE) throw problem;
    await new Promise(wake => setTimeout(wake, problem.retryAfter * 1000));
    return paper(serial, asked + 1);
  }
}

export async function download(serial) {
  const url = URL.createObjectURL(await paper(serial));
  Object.assign(document.createElement('a'), { href: url, download: `${serial}.pdf` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

async function downloadBadge(serial) {
  const url = URL.createObjectURL(await file(`/certificates/${serial}/badge`, 'application/vc+ld+json'));
  Object.assign(document.createElement('a'), { href: url, download: `${serial}.badge.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

export default async function certificates(_, paint) {
  const [all, awards, enrolments] = await Promise.all([get('/me/certificates'), get('/me/awards'), get('/me/enrolments')]);
  const open = awards.filter(({ met }) => !met);
  const states = new Map(all.map(each => [each.serial, {}]));

  function card({ serial, award, course, issuedOn, status, verify }) {
    const state = states.get(serial);
    const which = course ? `${plain(award)}, ${plain(course)}` : plain(award);
    return html`<article class="card certificate ${status}">
      <p class="above">${t(`certificate.${status}`)}</p>
      <h2>${said(award)}</h2>
      ${course ? html`<p>${said(course)}</p>` : nothing}
      <dl class="facts"><div><dt>${t('certificate.issuedOn')}</dt><dd>${date(issuedOn)}</dd></div>
        <div><dt>${t('certificate.serial')}</dt><dd class="serial" lang="en">${serial}</dd></div></dl>
      ${trouble(state.problem)}
      <p class="doing"><button class="button" aria-disabled=${state.busy ? 'true' : nothing} aria-label="${t('certificate.download')}: ${which}"
          @click=${() => doing(state, draw, () => download(serial))}>${state.busy ? t('wait') : t('certificate.download')}</button>
        ${status === 'valid' ? html`<button class="button quiet" aria-label="${t('certificate.badge')}: ${which}"
          @click=${() => doing(state, draw, () => downloadBadge(serial))}>${t('certificate.badge')}</button>` : nothing}
        <a class="button quiet" href="${verify}?lang=${language}">${t('certificate.verify')}</a></p>
    </article>`;
  }

  function notYet({ title, course, conditions }) {
    const enrolment = enrolments.find(each => each.course.id === course);
    return html`<section class="module">
      <h2><span>${t('certificate.notYet')}</span> ${said(title)}</h2>
      ${enrolment ? html`<p><a href="#/enrolments/${enrolment.id}/missing">${said(enrolment.course)}: ${t('course.whyNotYet')}</a></p>` : nothing}
      <ul class="steps">${conditions.map(each => condition(each))}</ul></section>`;
  }

  function draw() {
    paint(html`
      ${head(t('menu.certificates'), null, all.length ? null : t('certificate.none'))}
      <div class="cards">${all.map(card)}</div>
      ${open.map(notYet)}`, t('menu.certificates'));
  }
  draw();
}

import { html, nothing } from '../vendor.js';
import { get, handOut, post, query } from '../api.js';
import { date, language, said, t } from '../words.js';
import { button, choice, doing, field, head, submitting, trouble } from '../parts.js';
import { download } from '../pages/certificates.js';
import { pager, table } from './parts.js';

const SIZE = 50;

const row = (label, value) => value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing;
const printed = ({ bn, en } = {}) => html`${bn ? html`<span lang="bn">${bn}</span>` : nothing} ${en ? html`<span lang="en">${en}</span>` : nothing}`;
const why = (id, reasons) => choice({
  name: 'reason', id, label: t('reason'), hint: t('reason.hint'), required: true,
  options: [['', t('item.choose')], ...reasons.map(each => [each, t(`reason.${each}`)])],
});
const both = (bn, en) => bn || en ? { ...bn && { bn }, ...en && { en } } : undefined;

/** The register of certificates: look one up, revoke it, or replace it after a correction; the whole list, to keep or to print. */
export default async function registry({ values }, paint) {
  const state = {};
  const page = Number(values.page) || 0;
  const listing = { shown: values.list ? await get(`/certificates${query({ q: values.q, page, size: SIZE })}`) : null };
  const here = more => `#/registry${query({ list: 'all', q: values.q, ...more })}`;
  const searchAll = event => {
    event.preventDefault();
    location.hash = `#/registry${query({ list: 'all', q: new FormData(event.currentTarget).get('q') })}`;
  };
  const printing = {};
  const print = () => doing(printing, draw, () => handOut('/ceremonies', { serials: listing.shown.items.filter(each => each.status === 'valid' && each.paperStored).map(each => each.serial) }, 'sopan-certificates.pdf'));
  const look = async serial => { state.found = await get(`/certificates/${encodeURIComponent(serial)}`); };
  const find = submitting(state, draw, ({ serial }) => {
    Object.assign(state, { found: null, made: null });
    draw();
    return look(serial.trim());
  });
  const revoking = {};
  const revoke = submitting(revoking, draw, async ({ reason, note }) => {
    await post(`/certificates/${state.found.serial}/revocation`, { reason, ...note && { note } });
    await look(state.found.serial);
  });
  const replacing = {};
  const replace = submitting(replacing, draw, async given => {
    const made = await post(`/certificates/${state.found.serial}/replacement`, {
      reason: given.reason,
      ...given.note && { note: given.note },
      name: both(given.nameBn, given.nameEn),
      designation: both(given.designationBn, given.designationEn),
    });
    state.made = made.serial;
    await look(made.serial);
  });
  const link = serial => html`<a href="#/registry?serial=${serial}" lang="en" class="serial">${serial}</a>`;

  const acts = ({ nameAsPrinted = {} }) => html`
    <details class="card"><summary>${t('replace.title')}</summary>
      <form @submit=${replace}><p class="hint">${t('replace.hint')}</p>${trouble(replacing.problem)}
        ${['bn', 'en'].map(lang => field({ name: lang === 'bn' ? 'nameBn' : 'nameEn', label: t(`field.name${lang === 'bn' ? 'Bn' : 'En'}`), lang, required: false, value: nameAsPrinted[lang] ?? '' }))}
        ${['bn', 'en'].map(lang => field({ name: lang === 'bn' ? 'designationBn' : 'designationEn', label: t(`field.designation${lang === 'bn' ? 'Bn' : 'En'}`), lang, required: false }))}
        ${why('replace-reason', ['name-correction', 'designation-correction', 'correction', 'damaged', 'other'])}
        ${field({ name: 'note', id: 'replace-note', label: t('revoke.note'), hint: t('revoke.noteHint'), required: false, problem: replacing.problem })}
        ${button(t('replace.do'), replacing.busy)}</form></details>
    <details class="card"><summary>${t('revoke.title')}</summary>
      <form @submit=${revoke}><p class="hint">${t('revoke.hint')}</p>${trouble(revoking.problem)}
        ${why('revoke-reason', ['issued-in-error', 'conditions-not-met', 'misconduct-established', 'holder-request', 'other'])}
        ${field({ name: 'note', label: t('revoke.note'), hint: t('revoke.noteHint'), required: false, problem: revoking.problem })}
        ${button(t('revoke.do'), revoking.busy, 'danger')}</form></details>`;

  const shown = found => html`<section class="card certificate ${found.status}" aria-live="polite">
    <p class="above">${t(`certificate.${found.status}`)}</p>
    <h2>${printed(found.nameAsPrinted)}</h2>
    <dl class="facts">
      ${row(t('certificate.award'), said(found.award))}${row(t('course'), found.course && said(found.course))}
      ${row(t('certificate.institute'), found.institute && said(found.institute))}${row(t('certificate.issuedOn'), date(found.issuedOn))}
      ${row(t('certificate.serial'), html`<span class="serial" lang="en">${found.serial}</span>`)}
      ${row(t('reason'), found.reason && said(found.reason))}${row(t('certificate.changedOn'), found.changedOn && date(found.changedOn))}
      ${row(t('certificate.supersededBy'), found.supersededBy && link(found.supersededBy))}
      ${row(t('certificate.replaces'), found.replaces && link(found.replaces))}
    </dl>
    ${trouble(state.pdf?.problem)}
    <p class="doing"><button class="button quiet" @click=${() => doing(state.pdf ??= {}, draw, () => download(found.serial))}>${t('certificate.download')}</button>
      <a class="button quiet" href="/verify/${found.serial}?lang=${language}">${t('certificate.verify')}</a></p>
  </section>
  ${found.status === 'valid' && !state.made ? acts(found) : nothing}`;

  const all = ({ items, total }) => html`
    ${items.length ? html`${table(t('registry.all'), ['certificate.serial', 'name', 'certificate.award', 'certificate.issuedOn', 'state'].map(each => t(each)), items.map(each => html`<tr>
      <th scope="row">${link(each.serial)}</th><td>${printed(each.nameAsPrinted ?? {})}</td><td>${each.award ? said(each.award) : nothing}</td>
      <td>${date(each.issuedOn)}</td><td>${t(each.heldBecause ? 'registry.held' : `certificate.${each.status}`)}</td></tr>`))}
      ${pager(total, page, SIZE, to => here({ page: to }))}
      ${trouble(printing.problem)}
      <p class="doing"><button class="button quiet" aria-disabled=${printing.busy ? 'true' : nothing} @click=${print}>${printing.busy ? t('wait') : t('registry.print')}</button>
        ${['csv', 'xlsx', 'zip'].map(format => html`<a class="button quiet" href="/api/certificates${query({ q: values.q, format, lang: language })}" download>${t(`registry.${format}`)}</a>`)}</p>`
    : html`<p class="soft">${t('registry.none')}</p>`}`;

  function draw() {
    paint(html`<div class="narrow">
      ${head(t('menu.registry'), null, t('registry.lead'))}
      <form class="card" @submit=${find}>
        ${field({ name: 'serial', label: t('verify.label'), hint: t('verify.hint'), value: values.serial ?? '', autocapitalize: 'characters' })}
        ${trouble(state.problem)}
        ${button(t('registry.find'), state.busy)}
      </form>
      ${state.made ? html`<p class="notice good" role="status">${t('replace.done')}</p>` : nothing}
      ${state.found ? shown(state.found) : nothing}
      <form class="card" @submit=${searchAll}>
        ${field({ name: 'q', label: t('registry.words'), hint: t('registry.wordsHint'), value: values.q ?? '', required: false })}
        ${button(t('registry.list'))}
      </form>
    </div>
    ${listing.shown ? all(listing.shown) : nothing}`, t('menu.registry'));
  }
  if (values.serial) await doing(state, () => {}, () => look(values.serial));
  draw();
}

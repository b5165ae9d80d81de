import { html, nothing } from '../vendor.js';
import { get, put, query, remove } from '../api.js';
import { date, digits, language, plain, said, t } from '../words.js';
import { asTyped, bothNames, done, fact } from '../fields.js';
import { back, button, doing, field, submitting, trouble } from '../parts.js';
import { enrolmentCard, loadEnrolments } from './person-enrolments.js';
import { personActs } from './person-acts.js';
import { at, frame, looksAfter, named } from './institute.js';
import { profileFields, profileOf } from '../mine/profile-fields.js';

/** All about one person: who she is, how far in each course and why not further, her papers and mail, and what one can do. */
export default async function personPage({ values }, paint) {
  const { person: id } = values;
  const person = await get(`/people/${id}`);
  const home = values.institute ?? person.organization?.id;
  const mine = home && looksAfter(home);
  const [institute, enrolments, awards, mail] = await Promise.all([
    values.institute && named(values.institute),
    loadEnrolments(home, person, mine),
    mine ? get(`/people/${id}/awards`) : [],
    mine ? get(`/institutes/${home}/mail${query({ q: person.email, size: 10 })}`) : { items: [] },
  ]);
  const state = { person, enrolments, awards, refused: mail.items.find(each => each.refusedSince && each.address === person.email)?.refusedSince };
  const editing = {};

  const reload = async told => {
    state.person = await get(`/people/${id}`);
    state.enrolments = await loadEnrolments(home, state.person, mine);
    if (told) state.told = told;
    draw();
  };
  const acts = personActs(state, { home, mine, reload, draw });
  const change = submitting(editing, draw, async given => {
    state.person = await put(`/people/${id}`, profileOf(given, state.person));
    state.told = t('saved');
    editing.open = false;
  });

  const facts = each => html`<dl class="facts long">
    ${fact(t('designation'), each.designation && bothNames(each.designation))}
    ${fact(t('field.email'), html`<span lang="en">${each.email}</span>`)}
    ${fact(t('column.phone'), each.phone && digits(each.phone))}
    ${fact(t('column.service_id'), each.serviceId && (/[a-z]/i.test(each.serviceId) ? asTyped(each.serviceId) : digits(each.serviceId)))}
    ${fact(t('column.unit'), each.unit && asTyped(each.unit))}
    ${fact(t('institute'), each.organization && said(each.organization))}
    ${fact(t('column.sex'), each.sex && t(`person.sex.${each.sex}`))}
    ${fact(t('column.language'), t(`person.language.${each.language}`))}
    ${fact(t('roles'), each.roles?.length ? [...new Set(each.roles.map(held => t(`role.${held.role}`, {}, held.role)))].join(', ') : null)}</dl>`;

  const edit = () => html`<details class="card" ?open=${Boolean(editing.problem)}><summary>${t('person.edit')}</summary><form @submit=${change}>
    ${trouble(editing.problem)}
    ${profileFields(state.person, editing.problem)}
    ${field({ name: 'serviceId', label: t('column.service_id'), value: state.person.serviceId ?? '', required: false, problem: editing.problem })}
    ${button(t('save'), editing.busy)}</form></details>`;

  const tryAddress = () => doing(state, draw, async () => {
    await remove(`/people/${id}/mail-trouble`);
    state.refused = null;
    state.told = t('saved');
  });
  const refused = () => html`<div class="notice bad"><p>${t('person.refused', { date: date(state.refused) })}</p>
    <button class="button quiet" aria-disabled=${state.busy ? 'true' : nothing} @click=${tryAddress}>${t('person.tryAddress')}</button></div>`;

  const mails = () => html`<section class="module"><h2>${t('person.mail')}</h2>
    ${mail.items.length ? html`<ul class="steps">${mail.items.map(each => html`<li><div><span class="what">${t(`mail.of.${each.template}`, {}, each.template)}
      <small>${date(each.at)}${each.error ? html` · <span lang="en">${each.error}</span>` : nothing}</small></span>
      <span class="aside"><b class="state ${each.state}">${t(`mail.${each.state}`)}</b></span></div></li>`)}</ul>`
      : html`<p class="soft">${t('person.noMail')}</p>`}</section>`;

  function draw() {
    const each = state.person;
    paint(frame(institute, 'people', html`
      ${institute ? back(at(institute, 'people'), t('institute.people')) : back('#/people', t('institute.people'))}
      <section class="card"><h2>${plain(each.name) ? bothNames(each.name) : html`<span lang="en">${each.email}</span>`}</h2>
        <p><b class="state ${each.state}">${t(`person.${each.state}`, {}, each.state)}</b></p>
        ${done(state.told)}${trouble(state.problem)}
        ${state.refused ? refused() : nothing}
        ${facts(each)}
        ${acts.handed()}
        ${mine ? acts.buttons() : nothing}</section>
      ${mine ? edit() : nothing}
      <section class="module"><h2>${t('person.enrolments')}</h2>
        ${state.enrolments.length ? state.enrolments.map(enrolment => enrolmentCard(enrolment, { state, mine, awards: state.awards, reload, draw, doing }))
          : html`<p class="soft">${t('person.notEnrolled')}</p>`}</section>
      ${mine ? mails() : nothing}`, institute ? null : said(each.name)), each.name?.[language] ?? t('institute.people'));
  }
  draw();
}

import { html, nothing } from '../vendor.js';
import { post, put } from '../api.js';
import { plain, t, time } from '../words.js';
import { doing, field } from '../parts.js';
import { holds } from '../session.js';
import { at } from './institute.js';
import { nudge } from './nudge.js';
import { ask, reason } from './parts.js';

/** What those who look after a person can do about the record: letters, links, switching off, and an administrator's means. */
export function personActs(state, { home, reload, draw }) {
  const person = () => state.person;
  const path = () => `/people/${person().id}`;
  const name = () => plain(person().name) || person().email;

  const write = async () => {
    const told = await nudge(home, { people: [person().id] }, name());
    if (told) await reload(told);
  };
  const invite = () => doing(state, draw, async () => {
    await post(`${path()}/invitation`);
    state.told = t('invite.sent');
  });
  const link = async () => {
    const made = await ask({ title: t('invite.link'), lead: t('invite.linkLead'), label: t('invite.make'), act: () => post(`${path()}/invitation-link`) });
    if (made) Object.assign(state, { link: made, told: null, copied: false });
    draw();
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(state.link.address);
      state.copied = true;
    } catch {
      getSelection().selectAllChildren(document.querySelector('.copy'));
    }
    draw();
  };
  const asked = (title, where, look) => async () => {
    const done = await ask({ title: t(title), lead: `${name()}. ${t(`${title}.lead`)}`, label: t(title), look, form: reason, act: given => post(`${path()}/${where}`, { reason: given.reason }) });
    if (done) await reload(t('saved'));
  };
  const email = async () => {
    const done = await ask({ title: t('email.replace'), lead: t('email.replaceLead'), label: t('email.replace'),
      form: problem => html`${field({ name: 'email', id: 'new-email', label: t('email.new'), type: 'email', autocapitalize: 'none', problem })}${reason(problem)}`,
      act: given => put(`${path()}/email`, { email: given.email.trim(), reason: given.reason }) });
    if (done) await reload(t('saved'));
  };

  const act = (word, how) => html`<button class="button quiet" @click=${how}>${t(word)}</button>`;
  const to = (word, href) => html`<a class="button quiet" href=${href}>${t(word)}</a>`;

  const buttons = () => html`<div class="acts">
    ${person().state === 'deactivated' ? nothing : act('nudge.button', write)}
    ${person().state === 'invited' ? html`${act('invite.again', invite)}${act('invite.link', link)}` : nothing}
    ${person().state === 'deactivated' ? act('person.activate', asked('person.activate', 'activation')) : act('person.deactivate', asked('person.deactivate', 'deactivation', 'danger'))}
    ${to('audit.ofPerson', `${at(home, 'audit')}?subject=${person().id}`)}
    ${holds('administrator') ? html`${act('email.replace', email)}
      ${to('merge.title', `#/administration/merges?drop=${person().id}`)}
      ${to('erase.title', `#/administration/erasure/${person().id}`)}` : nothing}</div>`;

  /** A link that was made to be handed over stays until the page is left. */
  const handed = () => state.link ? html`<section class="notice" role="status">
    <p>${t('invite.ready', { time: time(state.link.expiresAt) })}</p>
    <code class="copy" lang="en">${state.link.address}</code>
    <button class="button" @click=${copy}>${t(state.copied ? 'invite.copied' : 'invite.copy')}</button>
    <button class="button quiet" @click=${() => print()}>${t('print')}</button></section>` : nothing;

  return { buttons, handed };
}

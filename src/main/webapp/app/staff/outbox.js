import { html, nothing } from '../vendor.js';
import { get, post, query } from '../api.js';
import { t, time } from '../words.js';
import { choice, doing, head, trouble } from '../parts.js';

const STATES = ['queued', 'sending', 'sent', 'failed', 'suppressed'];
const SIZE = 50;

export default async function outbox({ values }, paint) {
  const state = { items: [], total: 0 };
  const more = async () => {
    const page = await get(`/outbox${query({ state: values.state, page: String(state.items.length / SIZE | 0), size: SIZE })}`);
    state.items = [...state.items, ...page.items];
    state.total = page.total;
  };
  const again = message => doing(state, draw, async () => {
    const changed = await post(`/outbox/${message.id}/retry`);
    state.items = state.items.map(each => each.id === message.id ? { ...each, ...changed } : each);
  });

  const card = message => html`<li class="card message ${message.state}">
    <p class="above">${t(`mail.${message.state}`)}<span>${time(message.sentAt ?? message.createdAt)}</span></p>
    <p><b>${t(`mail.of.${message.template}`, {}, message.template)}</b> → <span lang="en" class="address">${message.address}</span></p>
    <p class="soft">${t('mail.attempts', { n: message.attempts })}${message.state === 'queued' ? html` · ${t('mail.due', { time: time(message.dueAt) })}` : nothing}</p>
    ${message.lastError ? html`<p class="wrong" lang="en">${message.lastError}</p>` : nothing}
    ${message.state === 'failed' ? html`<button class="button quiet" aria-disabled=${state.busy ? 'true' : nothing} @click=${() => again(message)}>${t('mail.retry')}</button>` : nothing}
  </li>`;

  function draw() {
    paint(html`
      ${head(t('menu.outbox'), null, t('outbox.lead'))}
      ${choice({ name: 'state', label: t('outbox.state'), value: values.state, options: [['', t('outbox.all')], ...STATES.map(each => [each, t(`mail.${each}`)])],
        onChange: value => { location.hash = `#/outbox${query({ state: value })}`; } })}
      ${trouble(state.problem)}
      <p class="soft" role="status">${t('outbox.total', { n: state.total })}</p>
      <ul class="messages">${state.items.map(card)}</ul>
      ${state.items.length < state.total ? html`<button class="button quiet" @click=${() => doing(state, draw, more)}>${t('more')}</button>` : nothing}`, t('menu.outbox'));
  }
  await more();
  draw();
}

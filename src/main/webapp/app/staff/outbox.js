import { html, nothing } from '../vendor.js';
import { get, post, put, query } from '../api.js';
import { number, t, time } from '../words.js';
import { button, choice, doing, field, head, submitting, trouble } from '../parts.js';
import { searching } from './parts.js';

const STATES = ['queued', 'sending', 'sent', 'failed', 'suppressed'];
const SIZE = 50;

/** All mail: whether it is held, what waits, went or failed; one message or all that failed are tried again. */
export default async function outbox({ values }, paint) {
  const { state: only, q } = values;
  const state = { items: [], total: 0 };
  const page = at => get(`/outbox${query({ state: only, q, page: String(at), size: SIZE })}`);
  const load = async () => {
    const [status, first] = await Promise.all([get('/outbox/status'), page(0)]);
    Object.assign(state, { status, items: first.items, total: first.total });
  };
  const more = async () => {
    const next = await page(state.items.length / SIZE | 0);
    state.items = [...state.items, ...next.items];
    state.total = next.total;
  };
  const change = (message, act) => doing(state, draw, async () => {
    const changed = await post(`/outbox/${message.id}/${act}`);
    state.items = state.items.map(each => each.id === message.id ? { ...each, ...changed } : each);
  });
  const all = () => doing(state, draw, async () => {
    await post('/outbox/retries', { q });
    await load();
  });
  const turn = submitting(state, draw, async (given, form) => {
    state.status = await put('/outbox/hold', { held: !state.status.held, note: given.note ?? null });
    form.reset();
  });

  const act = (word, how) => html`<button class="button quiet" aria-disabled=${state.busy ? 'true' : nothing} @click=${how}>${t(word)}</button>`;
  const card = message => html`<li class="card message ${message.state}">
    <p class="above">${t(`mail.${message.state}`)}<span>${time(message.sentAt ?? message.createdAt)}</span></p>
    <p><b>${t(`mail.of.${message.template}`, {}, message.template)}</b> → <span lang="en" class="address">${message.address}</span></p>
    <p class="soft">${t('mail.attempts', { n: message.attempts })}${message.state === 'queued' ? html` · ${t('mail.due', { time: time(message.dueAt) })}` : nothing}</p>
    ${message.lastError ? html`<p class="wrong" lang="en">${message.lastError}</p>` : nothing}
    ${message.failure === 'address' ? html`<p class="soft">${t('mail.addressRefuses')}</p>` : nothing}
    ${message.state === 'failed' ? html`${act('mail.retry', () => change(message, 'retry'))} ${act('mail.suppress', () => change(message, 'suppression'))}` : nothing}
  </li>`;

  const hold = ({ held, note, at, trouble: away }) => html`<form class="card module" @submit=${turn}>
    <h2>${t(held ? 'hold.on' : 'hold.off')}</h2>
    ${held && at ? html`<p class="soft">${t('hold.since', { time: time(at) })}${note ? html` · ${note}` : nothing}</p>` : nothing}
    ${away ? html`<div class="notice bad"><p>${t('outbox.away', { time: time(away.since) })}</p><p lang="en">${away.why}</p></div>` : nothing}
    ${held ? nothing : field({ name: 'note', label: t('hold.note'), hint: t('hold.hint'), required: false, problem: state.problem })}
    ${button(t(held ? 'hold.release' : 'hold.hold'), state.busy, held ? '' : 'quiet')}</form>`;

  function draw() {
    paint(html`
      ${head(t('menu.outbox'), null, t('outbox.lead'))}
      ${trouble(state.problem)}
      ${hold(state.status)}
      <form class="search module" role="search" @submit=${searching('#/outbox')}>
        ${field({ name: 'q', label: t('outbox.search'), value: q ?? '', type: 'search', required: false })}
        ${choice({ name: 'state', label: t('outbox.state'), value: only, options: [['', t('outbox.all')], ...STATES.map(each => [each, `${t(`mail.${each}`)} (${number(state.status.messages[each])})`])] })}
        <button class="button">${t('search.do')}</button></form>
      <p class="soft" role="status">${t('outbox.total', { n: state.total })}</p>
      ${only === 'failed' && state.total ? act('mail.retryAll', all) : nothing}
      <ul class="messages">${state.items.map(card)}</ul>
      ${state.items.length < state.total ? html`<button class="button quiet" @click=${() => doing(state, draw, more)}>${t('more')}</button>` : nothing}`, t('menu.outbox'));
  }
  await load();
  draw();
}

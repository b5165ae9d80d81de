import { html, nothing } from '../vendor.js';
import { get, post, remove } from '../api.js';
import { date, plain, said, t } from '../words.js';
import { done } from '../fields.js';
import { back, button, choice, doing, head, submitting, trouble } from '../parts.js';
import { me } from '../session.js';

/** One's move from an institute to another: agreeing, asking, taking back. */
export default async function transfers(_, paint) {
  const [all, institutes] = await Promise.all([get('/me/transfers'), get('/organizations?type=institute')]);
  const state = { all };
  const asking = {};
  const reload = async told => Object.assign(state, { all: await get('/me/transfers'), told });

  const consent = (each, agree) => doing(state, draw, async () => {
    await post(`/transfers/${each.id}/consent`, { agree });
    await reload(t(agree ? 'move.agreed' : 'saved'));
  });
  const withdraw = each => doing(state, draw, async () => {
    await remove(`/transfers/${each.id}`);
    await reload(t('saved'));
  });
  const ask = submitting(asking, draw, async ({ to }) => {
    await post('/me/transfer', { to });
    await reload(t('move.asked'));
  });

  const card = each => html`<li class="card message"><p class="above">${t(`transfer.${each.state}`, {}, each.state)}<span>${date(each.askedAt)}</span></p>
    <p>${said(each.from)} → <b>${said(each.to)}</b></p>
    ${each.state === 'requested' ? html`<p>${t('move.question', { institute: plain(each.to) })}</p>
      <p class="doing"><button class="button" @click=${() => consent(each, true)}>${t('move.agree')}</button>
        <button class="button quiet" @click=${() => consent(each, false)}>${t('move.refuse')}</button></p>` : nothing}
    ${each.state === 'agreed' ? html`<p class="doing"><button class="button quiet" @click=${() => withdraw(each)}>${t('move.withdraw')}</button></p>` : nothing}</li>`;

  function draw() {
    const open = state.all.some(each => each.state === 'requested' || each.state === 'agreed');
    paint(html`<div class="narrow">${back('#/profile', t('profile.title'))}${head(t('move.title'), null, t('move.lead'))}
      ${done(state.told)}${trouble(state.problem)}
      <ul class="messages">${state.all.map(card)}</ul>
      ${open ? nothing : html`<form class="card" @submit=${ask}>${trouble(asking.problem)}
        ${choice({ name: 'to', label: t('transfer.to'), required: true, options: institutes.filter(each => each.id !== me.organization?.id).map(each => [each.id, plain(each)]) })}
        ${button(t('move.do'), asking.busy)}</form>`}</div>`, t('move.title'));
  }
  draw();
}

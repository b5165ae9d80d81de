import { html, nothing } from '../vendor.js';
import { drop, entries, resume, watch } from '../outgoing.js';
import { kept, remove } from '../keeping.js';
import { attemptHref } from '../waiting.js';
import { date, size, said, t } from '../words.js';
import { button, doing, head, submitting, trouble } from '../parts.js';

/** What is on this phone: modules with their size, and what has not been sent. */
export default async function device(_, paint) {
  const state = { modules: await kept(), waiting: await entries() };
  const load = async () => {
    state.waiting = await entries();
    draw();
  };
  const away = record => doing(state, draw, async () => {
    await remove(record);
    state.modules = await kept();
  });
  const send = submitting(state, draw, async () => {
    await resume();
    state.waiting = await entries();
  });
  const understood = async ({ path }) => {
    await drop(path, 'refused');
    await load();
  };

  const module = record => html`<li><div><span class="what">${said(record.module)}
      <small>${said(record.course)} · ${t('device.facts', { size: size(record.bytes), language: t(`language.${record.language}`), date: date(record.at) })}</small></span>
    <button class="button quiet small" aria-label="${t('keep.remove')}: ${record.module.title[record.language] ?? ''}" @click=${() => away(record)}>${t('keep.remove')}</button></div></li>`;

  const kind = ({ path }) => path.endsWith('/submission') ? 'submission' : path.includes('/lessons/') ? 'lesson' : 'answer';
  const entry = each => html`<li><div><span class="what">${t(`device.${kind(each)}`)}
      <small>${t(`device.${each.state}`)} ${each.state === 'refused' ? each.reply?.text : nothing}</small></span>
    ${attemptHref(each) ? html`<a class="aside" href=${attemptHref(each)}>${t('line.look')}</a>` : nothing}
    ${each.state === 'refused' ? html`<button class="button quiet small" @click=${() => understood(each)}>${t('device.understood')}</button>` : nothing}</div></li>`;

  function draw() {
    const waiting = state.waiting.filter(({ body }) => body.done !== false);
    paint(html`<div class="narrow">
      ${head(t('menu.device'), null, t('device.lead'))}
      ${trouble(state.problem)}
      <h2>${t('device.modules')}</h2>
      ${state.modules.length ? html`<ul class="steps">${state.modules.map(module)}</ul>` : html`<p class="notice">${t('device.none')}</p>`}
      <h2 class="gap">${t('device.outgoing')}</h2>
      ${waiting.length ? html`<ul class="steps">${waiting.map(entry)}</ul>
          <form class="doing" @submit=${send}>${button(t('device.send'), state.busy)}</form>`
        : html`<p class="notice">${t('device.allSent')}</p>`}
      <p class="hint gap">${t('device.signOut')}</p>
    </div>`, t('menu.device'));
  }
  draw();
  return watch(load);
}

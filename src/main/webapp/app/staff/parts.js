import { html, nothing, render } from '../vendor.js';
import { query } from '../api.js';
import { number, said, t } from '../words.js';
import { area } from '../fields.js';
import { button, submitting, trouble } from '../parts.js';

/** A table that scrolls in a region of its own. */
export const table = (label, heads, rows) => html`<div class="wide-table" tabindex="0" role="region" aria-label=${label}><table>
  <thead><tr>${heads.map(each => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;

export const tiles = (names, values, word) => html`<dl class="tiles">${names.map(name => html`<div class=${values[name] ? name : 'zero'}>
  <dt>${word(name)}</dt><dd>${number(values[name] ?? 0)}</dd></div>`)}</dl>`;

/** Bars with their numbers: what one reads is the number, the bar shows its share. */
export const bars = (label, rows) => html`<ul class="bars" aria-label=${label}>${rows.map(({ name, n, of, look = '', aside }) => html`<li class=${look}>
  <span class="what">${name}</span><b>${number(n)}</b>
  <span class="rod" aria-hidden="true"><i .style=${`--part:${of ? Math.min(100, n / of * 100) : 0}%`}></i></span>
  ${aside ? html`<span class="aside">${aside}</span>` : nothing}</li>`)}</ul>`;

/** Earlier and later pages of a list; `href` gives the address of one. */
export function pager(total, page, size, href) {
  if (total <= size) return nothing;
  return html`<nav class="pager" aria-label=${t('pages')}>
    ${page > 0 ? html`<a class="button quiet" href=${href(page - 1)} rel="prev">${t('pages.before')}</a>` : nothing}
    <span>${t('pages.shown', { from: page * size + 1, to: Math.min(total, (page + 1) * size), total })}</span>
    ${(page + 1) * size < total ? html`<a class="button quiet" href=${href(page + 1)} rel="next">${t('pages.after')}</a>` : nothing}
  </nav>`;
}

/** Whom a button is about, for those who hear it. */
export const about = name => html`<span class="unseen">: ${said(name)}</span>`;

/** Turns what a form holds into an address. */
export const searching = path => event => {
  event.preventDefault();
  location.hash = path + query(Object.fromEntries(new FormData(event.currentTarget)));
};

export const reason = problem => area({ name: 'reason', label: t('reason'), hint: t('ask.reasonHint'), problem });

/**
 * Asks in a dialog before something is done. Resolves to what `act` gave, or to undefined when nothing was done; focus
 * returns to where it was.
 */
export function ask({ title, lead, form = () => nothing, label, look = '', act }) {
  return new Promise(resolve => {
    const host = document.body.appendChild(document.createElement('div'));
    const state = {};
    let outcome;
    const dialog = () => host.querySelector('dialog');
    const close = () => dialog()?.close();
    const closed = () => {
      removeEventListener('hashchange', close);
      host.remove();
      resolve(outcome);
    };
    const go = submitting(state, draw, async (given, element) => {
      outcome = await act(given, element) ?? true;
      close();
    });
    function draw() {
      render(html`<dialog aria-labelledby="asking" @close=${closed}><form @submit=${go}>
        <h2 id="asking" tabindex="-1" autofocus>${title}</h2>
        ${lead ? html`<p>${lead}</p>` : nothing}
        ${trouble(state.problem)}
        ${form(state.problem, draw)}
        <div class="doing">${button(label, state.busy, look)}
          <button type="button" class="button quiet" @click=${close}>${t('ask.not')}</button></div>
      </form></dialog>`, host);
    }
    draw();
    dialog().showModal();
    addEventListener('hashchange', close, { once: true });
  });
}

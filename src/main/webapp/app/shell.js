import { html, nothing, render } from './vendor.js';
import { choose, language, said, speak, t } from './words.js';
import { holds, institutes, me } from './session.js';
import { draw as drawWaiting } from './waiting.js';
import { drawHelp } from './help.js';

function menu() {
  if (!me) return [];
  const admin = holds('administrator');
  return [
    ['#/', t('menu.home')],
    ...holds('learner') ? [['#/certificates', t('menu.certificates')]] : [],
    ...admin ? [] : institutes().map(id => [`#/institutes/${id}`, t('menu.institute')]),
    ...admin || holds('viewer') ? [['#/institutes', t('menu.institutes')]] : [],
    ...holds('facilitator') ? [['#/cohorts', t('menu.cohorts')]] : [],
    ...admin ? [['#/administration', t('menu.administration')], ['#/registry', t('menu.registry')], ['#/outbox', t('menu.outbox')]] : [],
  ];
}

const isHere = href => href === '#/' ? /^(#\/?)?$/.test(location.hash) : location.hash.startsWith(href);
const logo = new URL('sopan.svg', import.meta.url);

let shows;

async function out(event) {
  event.currentTarget.closest('details').open = false;
  const { goOut } = await import('./mine/leaving.js');
  if (await goOut()) {
    location.hash = '#/sign-in';
    shows();
  }
}

/** The frame around each page; `again` shows the page once more, in the other language. */
export function shell(again = shows) {
  shows = again;
  const other = language === 'bn' ? 'en' : 'bn';
  const turn = async () => {
    choose(other);
    await speak(other);
    await again();
    document.querySelector('.tongue')?.focus();
  };
  render(html`
    <a class="skip" href="#main" @click=${event => { event.preventDefault(); document.getElementById('main').focus(); }}>${t('skip')}</a>
    <div class="bar">
      <a class="brand" href="#/"><img src=${logo} alt="" width="32" height="32"> ${t('sopan')}</a>
      <button class="tongue" lang=${other} @click=${turn}>${t(`language.${other}`)}</button>
      ${me ? html`<details class="account">
        <summary><span>${said(me.name)}</span></summary>
        <div>
          <p><b>${said(me.name)}</b><br>${said(me.designation)}${me.organization ? html`<br>${said(me.organization)}` : nothing}</p>
          <p class="soft">${me.email}</p>
          <p><a href="#/profile">${t('menu.profile')}</a></p>
          <p><a href="#/device">${t('menu.device')}</a></p>
          <button class="button quiet" @click=${out}>${t('signOut')}</button>
        </div>
      </details>` : nothing}
    </div>
    ${me ? html`<nav aria-label=${t('menu')}>${menu().map(([href, label]) =>
      html`<a href=${href} aria-current=${isHere(href) ? 'page' : nothing}>${label}</a>`)}</nav>` : nothing}
  `, document.getElementById('top'));
  drawWaiting();
  drawHelp();
}

import { html, nothing, render } from './vendor.js';
import { choose, language, said, speak, t } from './words.js';
import { holds, institutes, leave, me } from './session.js';
import { forget } from './outgoing.js';

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

let shows;

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
  const out = async () => {
    await leave();
    forget();
    location.hash = '#/sign-in';
    again();
  };
  render(html`
    <a class="skip" href="#main" @click=${event => { event.preventDefault(); document.getElementById('main').focus(); }}>${t('skip')}</a>
    <div class="bar">
      <a class="brand" href="#/"><img src="app/sopan.svg" alt="" width="32" height="32"> ${t('sopan')}</a>
      <button class="tongue" lang=${other} @click=${turn}>${t(`language.${other}`)}</button>
      ${me ? html`<details class="account">
        <summary><span>${said(me.name)}</span></summary>
        <div>
          <p><b>${said(me.name)}</b><br>${said(me.designation)}${me.organization ? html`<br>${said(me.organization)}` : nothing}</p>
          <p class="soft">${me.email}</p>
          <p><a href="#/profile">${t('menu.profile')}</a></p>
          <button class="button quiet" @click=${out}>${t('signOut')}</button>
        </div>
      </details>` : nothing}
    </div>
    ${me ? html`<nav aria-label=${t('menu')}>${menu().map(([href, label]) =>
      html`<a href=${href} aria-current=${isHere(href) ? 'page' : nothing}>${label}</a>`)}</nav>` : nothing}
  `, document.getElementById('top'));
  render(html`<p>${t('footer')}</p>`, document.getElementById('foot'));
}

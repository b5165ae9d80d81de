import { html, nothing, render } from './vendor.js';
import { get, Problem } from './api.js';
import { me } from './session.js';
import { said, t } from './words.js';

let asked = null;
let state = {};

async function ask() {
  const { id } = me;
  if (asked === id) return;
  asked = id;
  state = {};
  try {
    state.people = await get('/me/contacts');
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    asked = null;
    state.problem = problem;
  }
  drawHelp();
}

const contact = ({ name, email, phone }) => html`<li><b>${said(name)}</b>
  <a href="mailto:${email}" lang="en">${email}</a>
  ${phone ? html`<a href="tel:${phone}" lang="en">${phone}</a>` : nothing}</li>`;

const people = () => state.problem ? html`<p>${state.problem.text}</p>`
  : !state.people ? html`<p>${t('wait')}</p>`
  : state.people.length ? html`<p>${t('help.whom')}</p><ul>${state.people.map(contact)}</ul>` : html`<p>${t('help.none')}</p>`;

/** At the foot of every page: whom to ask at one's own institute; asked for when it is opened. */
export function drawHelp() {
  if (asked !== me?.id) {
    asked = null;
    state = {};
  }
  render(html`${me?.organization ? html`<details class="help" @toggle=${event => event.target.open && ask()}>
      <summary>${t('help')}</summary>${people()}</details>` : nothing}
    <p>${t('footer')}</p>`, document.getElementById('foot'));
}

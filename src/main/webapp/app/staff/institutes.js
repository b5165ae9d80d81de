import { html } from '../vendor.js';
import { said, t } from '../words.js';
import { allInstitutes } from './institute.js';
import { head } from '../parts.js';

export default async function institutes(_, paint) {
  const all = await allInstitutes();
  paint(html`
    ${head(t('menu.institutes'), null, t('institutes.lead'))}
    <div class="doors">${all.map(({ id, name }) => html`<a class="card door" href="#/institutes/${id}">
      <b>${said(name)}</b><span class="code" lang="en">${id}</span></a>`)}</div>`, t('menu.institutes'));
}

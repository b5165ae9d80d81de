import { html } from '../vendor.js';
import { get } from '../api.js';
import { said, t } from '../words.js';
import { head } from '../parts.js';
import { holds, me } from '../session.js';
import { allInstitutes } from './institute.js';

/** Those a director may read: of an organization and below it. */
async function readable(all) {
  const parents = new Map((await get('/organizations')).map(each => [each.id, each.parent]));
  const mine = new Set(me.roles.filter(held => held.organization).map(held => held.organization?.id ?? held.organization));
  const below = id => Boolean(id) && (mine.has(id) || below(parents.get(id)));
  return all.filter(each => below(each.id));
}

export default async function institutes(_, paint) {
  const admin = holds('administrator');
  const all = await allInstitutes();
  const shown = admin ? all : await readable(all);
  paint(html`
    ${head(t('menu.institutes'), null, t(admin ? 'institutes.lead' : 'institutes.leadReads'))}
    <div class="doors">${shown.map(({ id, name }) => html`<a class="card door" href="#/institutes/${id}">
      <b>${said(name)}</b><span class="code" lang="en">${id}</span></a>`)}</div>
    <p class="doing"><a class="button quiet" href="#/comparison">${t('door.comparison')}</a></p>`, t('menu.institutes'));
}

import { html, nothing } from '../vendor.js';
import { get, post, query, remove } from '../api.js';
import { plain, said, t } from '../words.js';
import { done } from '../fields.js';
import { back, choice, doing, head, trouble } from '../parts.js';
import { described, newcomer } from './acts.js';
import { allInstitutes } from './institute.js';
import { about, ask, pager, table } from './parts.js';

const SIZE = 50;
const ROLES = ['coordinator', 'viewer', 'administrator'];

/** Every role that is held, for whom, and giving or ending one. */
export default async function allRoles({ values }, paint) {
  const { organization } = values;
  const page = Number(values.page) || 0;
  const list = () => get(`/roles${query({ organization, page, size: SIZE })}`);
  const [institutes, organizations, first] = await Promise.all([allInstitutes(), get('/organizations'), list()]);
  const state = { found: first };
  const here = '#/administration/roles';
  const reload = () => doing(state, draw, async () => {
    state.found = await list();
    state.told = t('saved');
  });
  const name = id => said(organizations.find(each => each.id === id) ?? id);
  const choices = [...institutes, ...organizations.filter(each => each.type !== 'institute')].map(each => [each.id, plain(each)]);

  const grant = async () => {
    const made = await ask({ title: t('role.grant'), label: t('role.grant'),
      form: problem => html`${choice({ name: 'role', id: 'role', label: t('role'), options: ROLES.map(each => [each, t(`role.${each}`)]) })}
        ${choice({ name: 'for', id: 'for', label: t('role.for'), options: [['', t('role.national')], ...choices], value: organization })}${newcomer(problem)}`,
      act: given => post('/roles', { ...described(given), role: given.role, ...given.for && { organization: given.for } }) });
    if (made) await reload();
  };
  const end = held => async () => {
    const ended = await ask({ title: t('role.end'), lead: html`${said(held.person)}: ${t(`role.${held.role}`)}`, label: t('role.end'), look: 'danger', act: () => remove(`/roles/${held.id}`) });
    if (ended) await reload();
  };
  const row = held => html`<tr><th scope="row"><a href="#/people/${held.person.id}">${plain(held.person) ? said(held.person) : html`<span lang="en">${held.person.email}</span>`}</a><br><small lang="en">${held.person.email}</small></th>
    <td>${t(`role.${held.role}`, {}, held.role)}</td><td>${held.organization ? name(held.organization) : held.cohort ? html`<a href="#/cohorts/${held.cohort}">${t('cohort')}</a>` : t('role.national')}</td>
    <td><button class="button quiet" @click=${end(held)}>${t('role.end')}${about(held.person)}</button></td></tr>`;

  function draw() {
    paint(html`${back('#/administration', t('menu.administration'))}${head(t('door.rolesOfAll'), null, t('door.rolesOfAll.text'))}
      ${done(state.told)}${trouble(state.problem)}
      ${choice({ name: 'organization', label: t('role.for'), value: organization, onChange: value => { location.hash = here + query({ organization: value }); }, options: [['', t('all')], ...choices] })}
      <p class="doing"><button class="button" @click=${grant}>${t('role.grant')}</button></p>
      ${state.found.items.length ? html`${table(t('roles'), [t('name'), t('role'), t('role.for'), t('action')], state.found.items.map(row))}
        ${pager(state.found.total, page, SIZE, to => here + query({ organization, page: to }))}` : nothing}`, t('door.rolesOfAll'));
  }
  draw();
}

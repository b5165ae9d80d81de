import { html, nothing } from '../vendor.js';
import { get, post, remove } from '../api.js';
import { plain, said, t } from '../words.js';
import { area, done } from '../fields.js';
import { choice, doing, field, head, trouble } from '../parts.js';
import { holds, me, wakeUp } from '../session.js';
import { shell } from '../shell.js';
import { described, newcomer } from './acts.js';
import { frame, looksAfter, named } from './institute.js';
import { about, ask, table } from './parts.js';

const ROLES = ['coordinator', 'viewer'];

/** Who looks after an institute and who reads it; a further one, and handing over. */
export default async function roles({ values }, paint) {
  const { institute: id } = values;
  const list = async () => (await get(`/roles?organization=${id}&size=200`)).items.filter(held => ROLES.includes(held.role));
  const [institute, first] = await Promise.all([named(id), list()]);
  const state = { all: first };
  const reload = told => doing(state, draw, async () => {
    state.all = await list();
    state.told = told;
  });

  const grant = async () => {
    const made = await ask({
      title: t('role.grant'), label: t('role.grant'),
      form: problem => html`${choice({ name: 'role', id: 'role', label: t('role'), options: ROLES.map(each => [each, t(`role.${each}`)]) })}
        <p class="hint">${t('role.hint')}</p>${newcomer(problem)}`,
      act: given => post('/roles', { ...described(given), role: given.role, organization: id }),
    });
    if (made) await reload(t('saved'));
  };
  const end = held => async () => {
    const ended = await ask({ title: t('role.end'), lead: html`${said(held.person)}: ${t(`role.${held.role}`)}`, label: t('role.end'), look: 'danger', act: () => remove(`/roles/${held.id}`) });
    if (ended) await reload(t('role.ended'));
  };
  const handOver = async () => {
    const coordinators = state.all.filter(held => held.role === 'coordinator');
    const over = await ask({
      title: t('handover.title'), lead: t('handover.lead'), label: t('handover.do'), look: 'danger',
      form: problem => html`
        ${holds('administrator') ? choice({ name: 'from', id: 'from', label: t('handover.from'), options: coordinators.map(held => [held.person.id, plain(held.person) || held.person.email]) }) : nothing}
        ${field({ name: 'to', id: 'to', label: t('handover.to'), type: 'email', autocapitalize: 'none', problem })}
        ${area({ name: 'reason', label: t('reason'), required: false, problem })}`,
      act: ({ from, to, reason }) => post(`/institutes/${id}/handover`, { to: to.trim(), ...from && { from }, ...reason && { reason } }),
    });
    if (!over) return;
    await doing(state, draw, wakeUp);
    const told = t('handover.done', { name: plain(over.person) || over.person.email });
    if (looksAfter(id)) await reload(told);
    else leave(told);
  };
  /** Whoever has handed over looks after this institute no longer: the list is no longer hers to see. */
  const leave = told => {
    shell();
    paint(html`${head(said(institute.name))}${done(told)}<p>${t('handover.left')}</p><p><a class="button" href="#/">${t('menu.home')}</a></p>`, t('roles'));
  };

  const row = held => html`<tr><th scope="row">${said(held.person)}<br><small lang="en">${held.person.email}</small></th>
    <td>${t(`role.${held.role}`)}${held.person.signedUp ? nothing : html`<br><small>${t('role.notYet')}</small>`}</td>
    <td><button class="button quiet" @click=${end(held)}>${t('role.end')}${about(held.person)}</button></td></tr>`;
  const mine = () => holds('administrator') || state.all.some(held => held.role === 'coordinator' && held.person.id === me.id);

  function draw() {
    paint(frame(institute, 'more', html`
      <p class="lead">${t('role.lead')}</p>
      ${done(state.told)}${trouble(state.problem)}
      ${table(t('roles'), [t('name'), t('role'), t('action')], state.all.map(row))}
      <p class="doing"><button class="button" @click=${grant}>${t('role.grant')}</button>
        ${mine() ? html`<button class="button quiet" @click=${handOver}>${t('handover.title')}</button>` : nothing}</p>`, t('roles')), t('roles'));
  }
  draw();
}

import { html, nothing } from '../vendor.js';
import { date, digits, said, t } from '../words.js';
import { stepHref, steps } from '../parts.js';

/** A condition with its evidence, or what to do; where a page fulfils it, it leads there. */
export const condition = (each, enrolment) => {
  const target = enrolment?.steps?.find(step => step.id === each.target);
  const inner = html`<span class="mark" aria-hidden="true">${each.met ? '✓' : ''}</span>
    <span class="what">${t(`condition.${each.kind}`, {}, t('condition.other'))}${target ? html`: ${said(target)}` : nothing}
      <small>${each.met
        ? html`${each.evidence ? html`${digits(each.evidence)} · ` : nothing}${each.at ? t('metOn', { date: date(each.at) }) : nothing}`
        : each.toDo ? said(each.toDo) : nothing}</small></span>
    <span class="aside">${t(each.met ? 'condition.met' : 'condition.open')}</span>`;
  return html`<li class=${each.met ? 'done' : 'open'}>${!each.met && enrolment?.id && target && steps[target.kind]
    ? html`<a href=${stepHref(enrolment.id, target)}>${inner}</a>` : html`<div>${inner}</div>`}</li>`;
};

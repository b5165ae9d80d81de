import { html } from '../vendor.js';
import { t } from '../words.js';
import { at, frame, named } from './institute.js';

export const door = (href, name) => html`<a class="card door" href=${href}><b>${t(`door.${name}`)}</b><span>${t(`door.${name}.text`)}</span></a>`;

/** What a coordinator needs now and then. */
export default async function more({ values }, paint) {
  const institute = await named(values.institute);
  paint(frame(institute, 'more', html`<div class="doors">
    ${['roles', 'mail', 'approvals', 'corrections', 'transfers', 'audit', 'holidays'].map(each => door(each === 'holidays' ? '#/holidays' : at(institute, each), each))}</div>`), t('institute.more'));
}

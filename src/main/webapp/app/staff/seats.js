import { html } from '../vendor.js';
import { plain, t } from '../words.js';
import { field } from '../parts.js';

const SEATS = 'seats-';

const places = (each, value, required) => field({ name: SEATS + each.id, label: plain(each.name), type: 'number', min: 0, inputmode: 'numeric', value: String(value ?? ''), required });

/** How many seats each institute has: the host first, the others behind a fold until they have some. */
export const seatFields = (host, all, seats) => {
  const others = all.filter(each => each.id !== host.id);
  return html`<fieldset><legend>${t('cohort.seats')}</legend>
    ${places(host, seats[host.id], true)}
    <details ?open=${others.some(each => seats[each.id])}><summary>${t('cohort.others')}</summary>${others.map(each => places(each, seats[each.id], false))}</details></fieldset>`;
};

export const seatsIn = given => Object.fromEntries(Object.entries(given)
  .filter(([name, value]) => name.startsWith(SEATS) && Number(value) > 0)
  .map(([name, value]) => [name.slice(SEATS.length), Number(value)]));

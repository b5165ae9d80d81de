import { html } from '../vendor.js';
import { t } from '../words.js';
import { head } from '../parts.js';
import { door } from './more.js';

const AT = { people: '#/people', comparison: '#/comparison', holidays: '#/holidays', merges: '#/administration/merges', audit: '#/audit', corrections: '#/corrections', transfers: '#/transfers/all', rolesOfAll: '#/administration/roles', approvals: '#/approvals' };

/** What an administrator does across all institutes. */
export default async function administration(_, paint) {
  paint(html`${head(t('menu.administration'))}
    <div class="doors">${['people', 'comparison', 'approvals', 'corrections', 'transfers', 'merges', 'rolesOfAll', 'audit', 'holidays'].map(each => door(AT[each], each))}</div>`, t('menu.administration'));
}

import { html } from '../vendor.js';
import { t } from '../words.js';
import { head } from '../parts.js';

export default function lost(_, paint) {
  paint(html`${head(t('lost.title'), null, t('lost.text'))}<p><a class="button" href="#/">${t('menu.home')}</a></p>`, t('lost.title'));
}

import { html, nothing } from '../vendor.js';
import { now } from '../api.js';
import { t } from '../words.js';
import { clock } from '../parts.js';

const WARNINGS = [1, 5];

/** The time that is left of an attempt, by the server's clock; it warns five minutes and one minute before the end. */
export function countdown(deadline, redraw) {
  const end = deadline ? Date.parse(deadline) : null;
  const seconds = () => (end - now()) / 1000;
  const timer = end ? setInterval(redraw, 1000) : null;
  const isOver = () => end !== null && end <= now();
  return {
    isOver,
    show: () => end && !isOver() ? html`<span class="left">${t('attempt.left', { time: clock(seconds()) })}</span>` : nothing,
    warn() {
      const warning = end && !isOver() && WARNINGS.find(minutes => seconds() <= minutes * 60);
      return html`<p class=${warning ? 'notice warn' : ''} role="status">${warning ? t('attempt.soonOver', { n: warning }) : nothing}</p>`;
    },
    stop: () => clearInterval(timer),
  };
}

import { html, nothing, render } from './vendor.js';
import { onReach, reached } from './api.js';
import { entries, watch } from './outgoing.js';
import { me } from './session.js';
import { t } from './words.js';

const ATTEMPT = /^\/attempts\/([^/]+)\//;
let drawn = 0;

/** The page of the attempt an entry belongs to; null for lessons. */
export const attemptHref = ({ path }) => {
  const [, attempt] = ATTEMPT.exec(path) ?? [];
  return attempt ? `#/attempts/${attempt}` : null;
};

const say = (look, text, href, link) => html`<p class="notice ${look}">${text}${href ? html` <a href=${href}>${link}</a>` : nothing}</p>`;

/** What one has to know of the line, on every page: that it is gone, what waits, what came back. */
export async function draw() {
  const turn = ++drawn;
  const all = me ? (await entries()).filter(({ body }) => body.done !== false) : [];
  if (turn !== drawn) return;
  const waits = all.filter(({ state }) => state === 'waiting').length;
  const disputed = all.find(({ state }) => state === 'stale' || state === 'refused');
  const answered = all.find(({ state }) => state === 'answered');
  render(html`<div class="line" role="status">
    ${!reached ? say('warn', `${t('line.gone')} ${waits ? t('line.waits', { n: waits }) : ''}`, me ? '#/device' : null, t('menu.device'))
      : nothing}
    ${disputed ? say('warn', t('line.disputed'), attemptHref(disputed) ?? '#/device', t('line.look')) : nothing}
    ${answered ? say('good', t('line.answered'), attemptHref(answered), t('attempt.see')) : nothing}
  </div>`, document.getElementById('line'));
}

watch(draw);
onReach(draw);
addEventListener('offline', draw);
addEventListener('online', draw);

import { html } from './vendor.js';
import { personal, read, write } from './store.js';
import { me } from './session.js';
import { language, t } from './words.js';

const SIZE = 'sopan.size';
const SIZES = ['', 'larger', 'large', 'largest'];

/** How large lessons are set on this device. */
export const textSize = () => SIZES[read(SIZE) ?? 0] ?? '';

/** Smaller, larger, print. */
export function tools(redraw) {
  const now = read(SIZE) ?? 0;
  const letter = language === 'bn' ? 'অ' : 'A';
  const turn = by => {
    write(SIZE, Math.min(Math.max(now + by, 0), SIZES.length - 1));
    redraw();
  };
  const sized = (by, end, sign) => html`<button class="tool" aria-label=${t(by < 0 ? 'lesson.smaller' : 'lesson.larger')}
    aria-disabled=${now === end ? 'true' : 'false'} @click=${() => turn(by)}><span aria-hidden="true">${sign}</span></button>`;
  return html`<div class="tools" role="group" aria-label=${t('lesson.tools')}>
    ${sized(-1, 0, `${letter}−`)}${sized(1, SIZES.length - 1, `${letter}+`)}
    <button class="tool" @click=${() => print()}>${t('lesson.print')}</button></div>`;
}

/** Remembers which paragraph of a text is at the top, and goes back there; gives what ends it. */
export function placeKept(article, name) {
  const key = personal(me.id, `place.${name}`);
  const parts = [...article.children];
  const under = document.getElementById('top').offsetHeight;
  const before = parts[read(key) ?? 0];
  if (before && before !== parts[0]) before.scrollIntoView();
  let timer = null;
  const note = () => {
    timer = null;
    const at = parts.findIndex(part => part.getBoundingClientRect().bottom > 8);
    if (scrollY > under) write(key, at < 1 ? null : at);
  };
  const scrolled = () => { timer ??= setTimeout(note, 300); };
  addEventListener('scroll', scrolled, { passive: true });
  return () => {
    clearTimeout(timer);
    removeEventListener('scroll', scrolled);
  };
}

/** The text was read to its end; the next time it begins at the beginning. */
export const forgetPlace = name => write(personal(me.id, `place.${name}`), null);

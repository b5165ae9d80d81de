import { html, nothing, unsafeHTML } from './vendor.js';
import { digits, plain, t } from './words.js';

/** Prompts and texts of items come rendered and sanitised. */
export const rich = text => unsafeHTML(plain(text));

/** An option of a select holds no markup. */
function bare(text) {
  const holder = document.createElement('template');
  holder.innerHTML = plain(text);
  return holder.content.textContent.trim();
}

const pick = (item, type, checked, closed, onChange) => item.choices.map(({ id, text }) => html`
  <label class="choice"><input type=${type} name=${item.id} value=${id} .checked=${checked(id)} ?disabled=${closed}
    @change=${event => onChange(id, event.target.checked)}><span>${rich(text)}</span></label>`);

const tag = (kind, what) => html`<b class="tag ${kind}">${t(`review.${kind}`)}${what ? html`: ${what}` : nothing}</b>`;

/** The choices once more, each with what was given, what is right, and why of those two. */
const reviewed = (item, given, right, choices = []) => html`${given.some(Boolean) ? nothing : html`<p class="hint">${t('item.nothing')}</p>`}
  <ul class="review">${item.choices.map(({ id, text }) => {
  const [isGiven, isRight] = [given.includes(id), right.includes(id)];
  const why = (isGiven || isRight) && choices.find(each => each.id === id)?.feedback;
  return html`<li class=${isRight ? 'right' : isGiven ? 'wrongly' : ''}>
    <span class="sign" aria-hidden="true">${isRight ? '✓' : isGiven ? '✕' : ''}</span>
    <div><div>${rich(text)}</div>
      ${isGiven ? tag('given') : nothing} ${isRight ? tag('right') : nothing}
      ${why ? html`<div class="why">${rich(why)}</div>` : nothing}</div></li>`;
})}</ul>`;

const one = {
  draw: (item, response, closed, answer) =>
    pick(item, 'radio', id => response?.choice === id, closed, id => answer({ choice: id })),
  review: (item, response, { right, choices }) => reviewed(item, [response?.choice], [right.choice], choices),
  tell: (item, { choice }) => bare(item.choices.find(({ id }) => id === choice)?.text),
};

const many = {
  draw: (item, response, closed, answer) => {
    const choices = response?.choices ?? [];
    return html`<p class="hint">${t('item.several')}</p>${pick(item, 'checkbox', id => choices.includes(id), closed, (id, on) => {
      const now = on ? [...choices, id] : choices.filter(each => each !== id);
      answer(now.length ? { choices: now } : null);
    })}`;
  },
  review: (item, response, { right, choices }) => reviewed(item, response?.choices ?? [], right.choices, choices),
  tell: (item, { choices }) => item.choices.filter(({ id }) => choices.includes(id)).map(({ text }) => bare(text)).join(' · '),
};

/** One tap for each pair: the options stand under the first that has none, and move on to the next. */
const matching = {
  draw: (item, response, closed, answer, view) => {
    const pairs = response?.pairs ?? {};
    const nextAfter = (id, now) => {
      const at = item.left.findIndex(each => each.id === id);
      return [...item.left.slice(at + 1), ...item.left.slice(0, at + 1)].find(each => !now[each.id])?.id ?? null;
    };
    const opened = view.open === undefined ? nextAfter(null, pairs) : view.open;
    const place = id => `${item.id}-${id}`;
    const focus = id => document.getElementById(place(id))?.querySelector('button')?.focus({ preventScroll: true });
    const choose = (left, right) => {
      const { [left]: before, ...rest } = pairs;
      const now = before === right ? rest : { ...rest, [left]: right };
      view.open = before === right ? left : nextAfter(left, now);
      answer(Object.keys(now).length ? { pairs: now } : null);
      focus(view.open ?? left);
    };
    const open = left => {
      view.open = left;
      view.redraw();
      focus(left);
    };
    const word = id => bare(item.right.find(each => each.id === id)?.text);
    return item.left.map(({ id, text }) => html`<div class="pair" role="group" id=${place(id)} aria-labelledby="l-${place(id)}">
      <div class="side" id="l-${place(id)}">${rich(text)}</div>
      ${id === opened && !closed
        ? html`<div class="rights">${item.right.map(right => html`<button type="button" class="choice" aria-pressed=${pairs[id] === right.id}
            @click=${() => choose(id, right.id)}>${bare(right.text)}</button>`)}</div>`
        : html`<button type="button" class="choice chosen" ?disabled=${closed} @click=${() => open(id)}>
            <span>${pairs[id] ? word(pairs[id]) : t('item.choose')}</span>${pairs[id] && !closed ? html` <small>${t('item.change')}</small>` : nothing}</button>`}
    </div>`);
  },
  review: (item, response, { right }) => html`<ul class="review">${item.left.map(({ id, text }) => {
    const word = side => bare(item.right.find(each => each.id === side)?.text);
    const [given, wanted] = [response?.pairs?.[id], right.pairs[id]];
    return html`<li class=${given === wanted ? 'right' : 'wrongly'}>
      <span class="sign" aria-hidden="true">${given === wanted ? '✓' : '✕'}</span>
      <div><div>${rich(text)}</div>${tag('given', given ? word(given) : t('item.nothing'))}
        ${given === wanted ? nothing : tag('right', word(wanted))}</div></li>`;
  })}</ul>`,
  tell: (item, { pairs }) => Object.entries(pairs).map(([left, right]) =>
    `${bare(item.left.find(({ id }) => id === left)?.text)} → ${bare(item.right.find(({ id }) => id === right)?.text)}`).join(' · '),
};

const numeric = {
  draw: (item, response, closed, answer) => html`<label class="number"><span>${t('item.number')}</span>
    <input inputmode="decimal" autocomplete="off" size="12" .value=${response?.number ?? ''} ?disabled=${closed}
      @input=${event => answer(event.target.value.trim() ? { number: event.target.value.trim() } : null)}>
    ${item.unit ? html`<span>${plain(item.unit)}</span>` : nothing}</label>`,
  review: (item, response, { right }) => html`<p>${tag('given', tell(item, response))} ${tag('right', tell(item, right))}</p>`,
  tell: (item, { number }) => `${digits(number)} ${plain(item.unit)}`,
};

const unknown = { draw: () => html`<p class="notice">${t('item.unknown')}</p>`, review: () => nothing, tell: () => '' };

const types = { single: one, 'true-false': one, multiple: many, matching, numeric };

export const kindOf = item => types[item.type] ?? unknown;

export const tell = (item, response) => response ? kindOf(item).tell(item, response) : t('item.nothing');

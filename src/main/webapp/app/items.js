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

const matching = {
  draw: (item, response, closed, answer) => {
    const pairs = response?.pairs ?? {};
    const change = (left, right) => {
      const { [left]: _, ...others } = pairs;
      const now = right ? { ...others, [left]: right } : others;
      answer(Object.keys(now).length ? { pairs: now } : null);
    };
    return item.left.map(({ id, text }) => html`<label class="pair"><span>${rich(text)}</span>
      <select ?disabled=${closed} @change=${event => change(id, event.target.value)}>
        <option value="" .selected=${!pairs[id]}>${t('item.choose')}</option>
        ${item.right.map(right => html`<option value=${right.id} .selected=${pairs[id] === right.id}>${bare(right.text)}</option>`)}
      </select></label>`);
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

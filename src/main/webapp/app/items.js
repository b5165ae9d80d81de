import { html, nothing, unsafeHTML } from './vendor.js';
import { plain, t } from './words.js';

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

const one = {
  draw: (item, response, closed, answer) =>
    pick(item, 'radio', id => response?.choice === id, closed, id => answer({ choice: id })),
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
  tell: (item, { pairs }) => Object.entries(pairs).map(([left, right]) =>
    `${bare(item.left.find(({ id }) => id === left)?.text)} → ${bare(item.right.find(({ id }) => id === right)?.text)}`).join(' · '),
};

const numeric = {
  draw: (item, response, closed, answer) => html`<label class="number"><span>${t('item.number')}</span>
    <input inputmode="decimal" autocomplete="off" size="12" .value=${response?.number ?? ''} ?disabled=${closed}
      @input=${event => answer(event.target.value.trim() ? { number: event.target.value.trim() } : null)}>
    ${item.unit ? html`<span>${plain(item.unit)}</span>` : nothing}</label>`,
  tell: (item, { number }) => `${number} ${plain(item.unit)}`,
};

const unknown = { draw: () => html`<p class="notice">${t('item.unknown')}</p>`, tell: () => '' };

const types = { single: one, 'true-false': one, multiple: many, matching, numeric };

export const kindOf = item => types[item.type] ?? unknown;

export const tell = (item, response) => response ? kindOf(item).tell(item, response) : t('item.nothing');

import { html, nothing } from './vendor.js';

/** Text as somebody typed it, marked with the language its letters tell. */
export const asTyped = text => text ? html`<span lang=${/[\u0980-\u09ff]/.test(text) ? 'bn' : 'en'}>${text}</span>` : nothing;

/** Names of people in both languages, as they are known. */
export const bothNames = name => html`${name?.bn ? html`<span lang="bn">${name.bn}</span>` : nothing} ${name?.en ? html`<span lang="en" class=${name.bn ? 'soft' : ''}>${name.en}</span>` : nothing}`;

export const both = (bn, en) => bn?.trim() || en?.trim() ? { ...bn?.trim() && { bn: bn.trim() }, ...en?.trim() && { en: en.trim() } } : undefined;

export const fact = (label, value) => value ? html`<div><dt>${label}</dt><dd>${value}</dd></div>` : nothing;

export const area = ({ name, id = name, label, hint, rows = 3, maxlength = 500, required = true, value = '', problem, lang }) => {
  const wrong = problem?.field?.(name);
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    <textarea id=${id} name=${name} rows=${rows} maxlength=${maxlength} ?required=${required} lang=${lang ?? nothing} .value=${value}
      aria-invalid=${wrong ? 'true' : nothing} aria-describedby="${id}-wrong ${hint ? `${id}-hint` : ''}"></textarea>
    <p class="wrong" id="${id}-wrong">${wrong ?? nothing}</p>
  </div>`;
};

export const tick = ({ name, id = name, label, checked, onChange }) => html`<label class="choice"><input type="checkbox" id=${id} name=${name} .checked=${checked}
  @change=${onChange && (event => onChange(event.target.checked))}><span>${label}</span></label>`;

/** A word of thanks that a screen reader says too; gone when the page is left. */
export const done = text => text ? html`<p class="notice good" role="status">${text}</p>` : nothing;

/** A name for one sending, so that the server takes a repeat of it for the same. */
export const once = () => crypto.randomUUID?.() ?? String(Math.random()).slice(2);

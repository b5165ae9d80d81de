import { html, nothing } from '../vendor.js';
import { isPossible, keep, kept, remove } from '../keeping.js';
import { language, plain, size, t } from '../words.js';
import { doing, trouble } from '../parts.js';

/** What a module on a course's page offers: to be kept on this phone, with its size before and after, or taken away. */
export async function keeper(enrolment, details, draw) {
  let all = isPossible() ? await kept() : [];
  const states = new Map();
  const stateOf = ({ id }) => states.get(id) ?? states.set(id, {}).get(id);
  const act = (module, work) => doing(stateOf(module), draw, async () => {
    await work();
    all = await kept();
  });
  const take = module => act(module, () => keep(enrolment, details, module, language));

  const here = (module, record) => {
    const older = record.release !== details.release;
    return html`<p class="kept"><b>${t('keep.here')}</b> ${t('keep.takes', { size: size(record.bytes) })}
        ${record.language === language ? nothing : t(`keep.only.${record.language}`)} ${older ? t('keep.older') : nothing}</p>
      ${older || record.language !== language ? html`<button class="button quiet small" aria-label="${t('keep.renew')}: ${plain(module)}" @click=${() => take(module)}>${t('keep.renew')}</button>` : nothing}
      <button class="button quiet small" aria-label="${t('keep.remove')}: ${plain(module)}" @click=${() => act(module, () => remove(record))}>${t('keep.remove')}</button>`;
  };

  return module => {
    if (!isPossible() || !module.lessons?.length) return nothing;
    const state = stateOf(module);
    const record = all.find(each => each.enrolment === enrolment.id && each.module.id === module.id);
    const needed = size(module.bytes?.[language] ?? 0);
    return html`<div class="keep">${trouble(state.problem)}
      ${state.busy ? html`<p role="status">${t('wait')}</p>` : record ? here(module, record)
        : html`<button class="button quiet small" aria-label="${t('keep.do')}: ${plain(module)}" @click=${() => take(module)}>${t('keep.do')}</button>
          <span class="soft">${module.bytes ? t('keep.needs', { size: needed }) : nothing}</span>`}</div>`;
  };
}

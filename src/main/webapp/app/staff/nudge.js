import { html } from '../vendor.js';
import { post } from '../api.js';
import { t } from '../words.js';
import { area } from '../fields.js';
import { field } from '../parts.js';
import { about, ask } from './parts.js';

/** A coordinator's own words to people of her institute, or to those of a cohort; tells to how many they go. */
export async function nudge(institute, whom, lead) {
  const outcome = await ask({
    title: t('nudge.title'),
    lead,
    label: t('nudge.do'),
    form: problem => html`
      ${field({ name: 'subject', id: 'nudge-subject', label: t('nudge.subject'), problem })}
      ${area({ name: 'body', id: 'nudge-body', label: t('nudge.body'), hint: t('nudge.hint'), rows: 6, maxlength: 2000, problem })}`,
    act: ({ subject, body }) => post(`/institutes/${institute}/nudges`, { ...whom, subject, body }),
  });
  if (!outcome) return undefined;
  const whys = [...new Set(outcome.left.map(({ why }) => why))].map(why => t(`why.${why}`, {}, why)).join(', ');
  return t('nudge.done', { n: outcome.queued }) + (whys ? ` ${t('nudge.left', { n: outcome.left.length, whys })}` : '');
}

export const nudgeButton = (name, act) => html`<button class="button quiet" @click=${act}>${t('nudge.button')}${about(name)}</button>`;

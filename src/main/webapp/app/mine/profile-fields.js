import { html, nothing } from '../vendor.js';
import { t } from '../words.js';
import { choice, field } from '../parts.js';

const LANGUAGES = ['bn', 'en'];
const SEXES = ['female', 'male', 'other'];

/** What may be changed of a person; a name that stands on a certificate only by a correction request. */
export const profileFields = (person, problem) => html`
  ${person.nameFixed ? html`<p class="hint">${t('person.nameFixed')}</p>` : nothing}
  <div class="filters">
    ${LANGUAGES.map(lang => person.nameFixed && person.name?.[lang] ? nothing
      : field({ name: `name.${lang}`, label: t(lang === 'bn' ? 'field.nameBn' : 'field.nameEn'), value: person.name?.[lang] ?? '', lang, required: false, problem }))}
    ${LANGUAGES.map(lang =>
      field({ name: `designation.${lang}`, label: t(lang === 'bn' ? 'field.designationBn' : 'field.designationEn'), value: person.designation?.[lang] ?? '', lang, required: false, problem }))}
    ${field({ name: 'unit', label: t('column.unit'), value: person.unit ?? '', required: false, problem })}
    ${field({ name: 'phone', label: t('column.phone'), value: person.phone ?? '', type: 'tel', required: false, problem })}
    ${choice({ name: 'sex', label: t('column.sex'), value: person.sex, options: [['', t('person.sex.none')], ...SEXES.map(each => [each, t(`person.sex.${each}`)])] })}
    ${choice({ name: 'language', label: t('column.language'), value: person.language, options: LANGUAGES.map(each => [each, t(`person.language.${each}`)]) })}
  </div>`;

/** What the fields hold that is not so yet: what is left out stays, what is empty is cleared. */
export function profileOf(given, person) {
  const texts = {};
  for (const part of ['name', 'designation']) {
    const now = Object.fromEntries(LANGUAGES.filter(lang => `${part}.${lang}` in given && given[`${part}.${lang}`].trim() !== (person[part]?.[lang] ?? ''))
      .map(lang => [lang, given[`${part}.${lang}`].trim()]));
    if (Object.keys(now).length) texts[part] = now;
  }
  const plain = Object.fromEntries(['unit', 'phone', 'serviceId', 'sex', 'language']
    .filter(name => name in given && given[name].trim() !== (person[name] ?? '')).map(name => [name, given[name].trim()]));
  return { ...texts, ...plain };
}

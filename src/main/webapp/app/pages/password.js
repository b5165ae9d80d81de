import { html, nothing } from '../vendor.js';
import { post } from '../api.js';
import { t } from '../words.js';
import { button, field, head, submitting, trouble } from '../parts.js';
import { cameIn } from './sign-in.js';

const both = (en, bn) => en || bn ? { ...en && { en }, ...bn && { bn } } : undefined;

/** Opened from a mailed link, invitation or reset; the token stands in the fragment, which no server sees. */
export default function password({ name, values }, paint) {
  const state = {};
  const invited = name === 'invitation';
  const set = submitting(state, draw, async given => {
    state.unlike = given.password !== given.repeat;
    if (state.unlike) return;
    const token = values.token;
    const body = { token, password: given.password };
    const entered = invited
      ? await post('/invitations', { ...body, name: both(given.nameEn, given.nameBn), designation: both(given.designationEn, given.designationBn) })
      : await post('/password-resets', body);
    await cameIn(entered.person, '#/');
  });

  const people = problem => html`<details>
    <summary>${t('invitation.more')}</summary>
    <p class="hint">${t('invitation.moreHint')}</p>
    ${[['nameBn', 'bn'], ['nameEn', 'en'], ['designationBn', 'bn'], ['designationEn', 'en']].map(([id, lang]) =>
      field({ name: id, label: t(`field.${id}`), required: false, lang, problem }))}
  </details>`;

  function draw() {
    const { problem } = state;
    paint(html`<div class="narrow">
      ${head(t(`${name}.title`), null, t(`${name}.lead`))}
      <form class="card" @submit=${set}>
        ${trouble(problem)}
        ${problem?.status === 410 && !invited ? html`<p><a href="#/forgot">${t('forgot.do')}</a></p>` : nothing}
        ${field({ name: 'password', label: t('field.newPassword'), hint: t('field.passwordHint'), type: 'password', autocomplete: 'new-password', minlength: 10, problem })}
        ${field({ name: 'repeat', label: t('field.repeat'), type: 'password', autocomplete: 'new-password',
          problem: state.unlike && { field: id => id === 'repeat' && t('field.unlike') } })}
        ${invited ? people(problem) : nothing}
        ${button(t(`${name}.do`), state.busy, 'wide')}
      </form>
    </div>`, t(`${name}.title`));
  }
  draw();
}

import { html, render } from '../vendor.js';
import { reached } from '../api.js';
import { forgetLoose, rest, resume, unsent } from '../outgoing.js';
import { leave } from '../session.js';
import { alsoSpeak, t } from '../words.js';

/** Asks what is to become of answers that are not sent yet; gives "stay", "send" or "discard". */
function ask(n, tried) {
  const place = document.createElement('dialog');
  place.setAttribute('aria-labelledby', 'leaving');
  document.body.append(place);
  return new Promise(decide => {
    const choice = (value, look) => html`<button class="button ${look}" value=${value}>${t(`leaving.${value}`)}</button>`;
    render(html`<form method="dialog">
      <h2 id="leaving">${t('leaving.title', { n })}</h2>
      <p>${t('leaving.text')}</p>
      ${tried ? html`<p class="notice warn" role="alert">${t(reached ? 'leaving.undecided' : 'leaving.noLine')}</p>` : ''}
      <p class="doing">${choice('send', '')}${choice('stay', 'quiet')}${choice('discard', 'danger')}</p>
    </form>`, place);
    place.addEventListener('close', () => {
      place.remove();
      decide(place.returnValue || 'stay');
    });
    place.showModal();
  });
}

/** Signs out, unless there are answers and the person would rather stay; tells whether it was done. */
export async function goOut() {
  await alsoSpeak('mine');
  await resume();
  for (let left = await unsent(), tried = false; left.length; left = await unsent()) {
    const choice = await ask(left.length, tried);
    if (choice === 'stay') return false;
    if (choice === 'discard') break;
    await resume();
    tried = true;
  }
  rest();
  forgetLoose();
  await leave();
  return true;
}

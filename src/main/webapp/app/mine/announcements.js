import { html, nothing, render } from '../vendor.js';
import { post } from '../api.js';
import { alsoSpeak, date, said, t } from '../words.js';

const card = each => html`<article class="card">
  <p class="above">${t('news.of')} ${said(each.cohort)}<span>${date(each.publishedAt)}</span></p>
  <h2>${said(each.title)}</h2><p class="lines">${said(each.body)}</p><p class="soft">${said(each.authorName)}</p></article>`;

/** Announcements on the home page: new ones open, those seen before folded; what is shown counts as seen. */
export async function show(items, place) {
  await alsoSpeak('mine');
  const fresh = items.filter(each => !each.seenAt);
  const seen = items.filter(each => each.seenAt);
  render(html`${fresh.map(card)}
    ${seen.length ? html`<details class="card"><summary>${t('news.seen', { n: seen.length })}</summary>${seen.map(card)}</details>` : nothing}`, place);
  await Promise.all(fresh.map(each => post(`/me/announcements/${each.id}/seen`)));
}

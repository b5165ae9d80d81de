import { get, remove, speakFor } from './api.js';
import { copiesOf } from './copies.js';
import { forget, forgetOthers } from './device.js';
import { forgetUnder, personal, read, write } from './store.js';

const LAST = 'sopan.person';
const LEAVING = 'sopan.leaving';

/** Who is signed in here, or null. */
export let me = null;

/** Whose answers may wait here though the session has ended. */
export const last = () => read(LAST);

const news = typeof BroadcastChannel === 'function' ? new BroadcastChannel('sopan.session') : null;
news?.addEventListener('message', ({ data }) => { if ((me?.id ?? null) !== data) location.reload(); });

/** Someone is here. What was kept for anybody else goes, but for what they have not sent yet. */
export async function enter(person) {
  me = person;
  speakFor(me?.id ?? null);
  if (!me) return;
  write(LEAVING, null);
  write(LAST, me.id);
  await copiesOf(me.id);
  await forgetOthers(me.id).catch(() => {});
  forgetUnder('sopan.of.', personal(me.id, ''));
}

export async function wakeUp() {
  if (read(LEAVING) && !await end()) return;
  await copiesOf(last());
  try {
    await enter(await get('/me'));
  } catch (problem) {
    if (problem.status !== 401) throw problem;
  }
}

/** Ends the session, here at once; on the server as soon as it is reached, and until then nobody comes in by it. */
export async function leave() {
  write(LEAVING, true);
  await end();
  const { id } = me;
  await enter(null);
  await copiesOf(null);
  write(LAST, null);
  forgetUnder('sopan.of.');
  await forget(id).catch(() => {});
  news?.postMessage(null);
}

async function end() {
  try {
    await remove('/session');
  } catch (problem) {
    if (problem.passing) return false;
    if (problem.status !== 401) throw problem;
  }
  write(LEAVING, null);
  return true;
}

/** Before somebody signs in: the session of whoever left without a line is over first. */
export const settleLeaving = () => read(LEAVING) ? end() : true;

export const came = () => news?.postMessage(me.id);

export const holds = role => Boolean(me?.roles.some(held => held.role === role));

/** Those one coordinates. */
export const institutes = () => [...new Set(me.roles
  .filter(held => held.role === 'coordinator')
  .map(held => held.organization?.id ?? held.organization))];

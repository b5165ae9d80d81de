import { Problem, post, put } from './api.js';
import { work } from './device.js';
import { me } from './session.js';

/**
 * What is on its way to the server. Each entry is on this device's disk before anybody is told that it is kept, and
 * until the server has answered, so that a lost line, a closed tab or a power cut loses nothing; what is sent twice is
 * the same (item, seq, response) and harmless. Entries go in the order in which they were made.
 */
const TAB = Math.random().toString(36).slice(2);
const ANSWER = /^\/attempts\/([^/]+)\/answers\/(.+)$/;
const SUBMISSION = /^\/attempts\/([^/]+)\/submission$/;
const MOST = 500;
const listeners = new Map();
const watchers = new Set();
/** What a device that refuses to keep anything has in memory. */
const loose = new Map();
const others = typeof BroadcastChannel === 'function' ? new BroadcastChannel('sopan.outgoing') : null;
let pause = 2000;
let timer = null;
let draining = null;
let again = false;

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const attemptOf = ({ path }) => (ANSWER.exec(path) ?? SUBMISSION.exec(path))?.[1];

/** All that has not been settled, in order: each {path, method, body, at, state, reply}. */
export async function entries(prefix = '', person = me?.id) {
  const kept = person ? await work(['outgoing'], 'readonly', outgoing => outgoing.all(person)).catch(() => []) : [];
  return [...kept, ...[...loose.values()].filter(({ owner }) => owner === person)].filter(({ path }) => path.startsWith(prefix)).sort((one, other) => one.at - other.at);
}

export const isWaiting = ({ state }) => state === 'waiting';

/** What would be lost if it were thrown away now; how long a lesson was open is never asked for. */
export const unsent = async () => (await entries()).filter(({ state, body }) => state !== 'answered' && body.done !== false);

/** Is told whenever anything is kept, sent or refused. */
export function watch(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** From now on `heard` is told of this path: "saving", "kept", "loose" (in memory only), "sent", "stale" or "refused". */
export const listen = (path, heard) => listeners.set(path, heard);

export function deafen(prefix) {
  [...listeners.keys()].filter(path => path.startsWith(prefix)).forEach(path => listeners.delete(path));
}

/** Tells this tab; and of what another made, that one. */
function tell(path, state, reply, by = TAB) {
  listeners.get(path)?.(state, reply);
  watchers.forEach(watcher => watcher());
  others?.postMessage({ person: me?.id, path, state, reply, by });
}

/** Keeps something on this device, then sends it. `force` submits although an answer is in dispute. */
export async function send(path, body, heard, { method = 'PUT', force } = {}) {
  if (heard) listen(path, heard);
  listeners.get(path)?.('saving');
  const owner = me.id;
  const entry = { path, method, body, force, by: TAB, state: 'waiting' };
  let newer;
  try {
    newer = await work(['outgoing'], 'readwrite', async outgoing => {
      const all = await outgoing.all(owner);
      const before = all.find(each => each.path === path);
      if (isNewer(before, body)) return before.body;
      entry.at = Math.max(0, ...all.map(({ at }) => at)) + 1;
      entry.body = merged(before?.body, body);
      await outgoing.put([owner, path], entry);
      return null;
    });
    loose.delete(path);
  } catch {
    loose.set(path, { ...entry, owner, at: Date.now() });
  }
  if (newer) tell(path, 'stale', newer);
  else tell(path, loose.has(path) ? 'loose' : 'kept', body);
  await push();
}

/** Whether another tab kept a different answer that this one did not know of. */
const isNewer = (before, { seq, response }) =>
  Boolean(seq && before && before.by !== TAB && before.body.seq >= seq && !same(before.body.response, response));

/** Of a lesson the larger time and a "done" once said are kept, whoever says it last. */
const merged = (before, body) => before && 'seconds' in body
  ? { seconds: Math.max(before.seconds, body.seconds), done: before.done || body.done } : body;

/** Takes an entry away if it is in one of these states: decided, seen, or taken back before it went. */
export async function drop(path, ...states) {
  const owner = me.id;
  loose.delete(path);
  await work(['outgoing'], 'readwrite', async outgoing => {
    const found = await outgoing.get([owner, path]);
    if (states.includes(found?.state)) await outgoing.remove([owner, path]);
  }).catch(() => {});
  watchers.forEach(watcher => watcher());
}

/** The keys of what other people have not sent from this device; it goes when its owner signs in. */
export const strangers = () =>
  work(['outgoing'], 'readonly', outgoing => outgoing.keys()).then(keys => keys.filter(([whose]) => whose !== me?.id), () => []);

export const discardStrangers = async () => {
  const keys = await strangers();
  await work(['outgoing'], 'readwrite', outgoing => Promise.all(keys.map(key => outgoing.remove(key))));
};

/** Takes up what an earlier page left behind. */
export function resume() {
  pause = 2000;
  return push();
}

/** Nobody is here any more. */
export function rest() {
  clearTimeout(timer);
  listeners.clear();
}

export const forgetLoose = () => loose.clear();

/** Sends until nothing waits or the line is gone; one tab at a time. */
export function push() {
  again = true;
  draining ??= Promise.resolve().then(async () => {
    try {
      while (again && me) {
        again = false;
        await alone(drain);
      }
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status !== 401) later(problem);
    } finally {
      draining = null;
    }
  });
  return draining;
}

const alone = act => navigator.locks ? navigator.locks.request('sopan.outgoing', act) : act();

async function drain() {
  for (let group = next(await entries()); group.length && me; group = next(await entries())) {
    const owner = me.id;
    for (const [entry, state, reply] of await deliver(group)) await settle(owner, entry, state, reply);
    pause = 2000;
  }
}

/** The first that may go, and with an answer all others of its attempt. */
function next(all) {
  const first = all.find(entry => isWaiting(entry) && (!SUBMISSION.test(entry.path) || maySubmit(entry, all)));
  if (!first) return [];
  return ANSWER.test(first.path)
    ? all.filter(each => isWaiting(each) && ANSWER.test(each.path) && attemptOf(each) === attemptOf(first)).slice(0, MOST) : [first];
}

/** An attempt is submitted when its answers are there and nobody has to decide anything. */
const maySubmit = (submission, all) => !all.some(each => ANSWER.test(each.path) && attemptOf(each) === attemptOf(submission)
  && (isWaiting(each) || each.state === 'stale' && !submission.force));

async function deliver(group) {
  if (group.length === 1) return [await deliverOne(group[0])];
  const told = await post(`/attempts/${attemptOf(group[0])}/answers`,
    group.map(({ path, body }) => ({ item: decodeURIComponent(ANSWER.exec(path)[2]), ...body })));
  const outcomes = [];
  for (const [at, entry] of group.entries()) {
    outcomes.push(told[at]?.status === 200 ? [entry, 'sent', told[at]] : await deliverOne(entry));
  }
  return outcomes;
}

async function deliverOne(entry) {
  const { path, method, body } = entry;
  try {
    return [entry, 'sent', await (method === 'POST' ? post : put)(path, body, { keepalive: true })];
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.passing || problem.status === 401) throw problem;
    if (problem.code !== 'stale-answer') return [entry, 'refused', { code: problem.code, text: problem.text }];
    const kept = { response: problem.body.response, seq: problem.body.seq };
    return same(kept.response, body.response) ? [entry, 'sent', kept] : [entry, 'stale', kept];
  }
}

/** Writes down what became of an entry, and the answer into the attempt's copy; what was changed meanwhile goes on waiting. */
async function settle(owner, entry, state, reply) {
  const { path, body, at } = entry;
  const key = [owner, path];
  const isCurrent = found => !found || found.at === at;
  let current = true;
  const wasLoose = loose.get(path)?.at === at && loose.delete(path);
  await work(['outgoing', 'copies'], 'readwrite', async (outgoing, copies) => {
    const found = await outgoing.get(key);
    current = isCurrent(found);
    if (state === 'sent') await amend(copies, owner, path, { ...body, ...reply });
    if (!found || !current) return;
    if (state === 'sent' && !SUBMISSION.test(path)) await outgoing.remove(key);
    else await outgoing.put(key, { ...found, state: state === 'sent' ? 'answered' : state, reply });
  }).catch(failure => { if (!wasLoose) throw failure; });
  if (current) tell(path, state, reply, entry.by);
}

async function amend(copies, owner, path, { response, seq, receipt }) {
  const [, attempt, item] = ANSWER.exec(path) ?? [];
  const kept = attempt && await copies.get([owner, `/attempts/${attempt}`]);
  if (!kept) return;
  kept.value.answers = { ...kept.value.answers, [decodeURIComponent(item)]: { response, seq, receipt } };
  await copies.put([owner, `/attempts/${attempt}`], kept);
}

function later(problem) {
  clearTimeout(timer);
  timer = setTimeout(push, (problem.retryAfter ?? 0) * 1000 || pause);
  pause = Math.min(pause * 2, 60000);
}

addEventListener('online', resume);
others?.addEventListener('message', ({ data }) => {
  if (data.person !== me?.id) return;
  if (data.by === TAB) listeners.get(data.path)?.(data.state, data.reply);
  watchers.forEach(watcher => watcher());
});

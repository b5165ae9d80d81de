import { put } from './api.js';
import { keysUnder, read, write } from './store.js';
import { me } from './session.js';

/**
 * Puts on their way. Each is kept on this device before it is sent and until the server has answered, so that a lost
 * line, a closed tab or a power cut loses nothing; what is sent twice is the same (item, seq, response) and harmless.
 */
const moving = new Map();
let pause = 2000;
let timer = null;

const key = path => `sopan.unsent.${me.id}.${path}`;

/** All that waits under a path, by path. */
export const waiting = prefix => Object.fromEntries([
  ...keysUnder(key(prefix)).map(name => [name.slice(key('').length), read(name)]),
  ...[...moving].filter(([path]) => path.startsWith(prefix)).map(([path, { body }]) => [path, body]),
]);

/** Tells `heard` of "saving", then "saved" with the reply, "kept" while the line is down, or "refused" with the problem. */
export function send(path, body, heard = () => {}) {
  const move = moving.get(path) ?? {};
  Object.assign(move, { body, heard });
  moving.set(path, move);
  write(key(path), body);
  heard('saving');
  return push(path);
}

/** Takes up what an earlier page left behind. */
export function resume() {
  if (!me) return;
  for (const [path, body] of Object.entries(waiting(''))) {
    if (!moving.has(path)) moving.set(path, { body, heard: () => {} });
  }
  pause = 2000;
  for (const path of moving.keys()) push(path);
}

/** Whether this is still on its way; then `heard` is told how it goes. */
export function listen(path, heard) {
  const move = moving.get(path);
  if (move) move.heard = heard;
  return Boolean(move);
}

export function forget() {
  clearTimeout(timer);
  moving.clear();
}

/** Resolves when nothing under the path is in the air: it is saved, refused, or kept until the line is back. */
export const landed = prefix =>
  Promise.all([...moving].filter(([path]) => path.startsWith(prefix)).map(([, move]) => move.flight));

function push(path) {
  const move = moving.get(path);
  if (move) move.flight ??= fly(path, move).finally(() => { move.flight = null; });
  return move?.flight;
}

async function fly(path, move) {
  const { body } = move;
  let outcome;
  try {
    outcome = ['saved', await put(path, body, { keepalive: true })];
  } catch (problem) {
    outcome = [problem.passing || problem.status === 401 ? 'kept' : 'refused', problem];
  }
  if (moving.get(path) !== move) return;
  if (outcome[0] === 'kept') later(outcome[1]);
  else if (move.body !== body) return fly(path, move);
  else {
    moving.delete(path);
    if (JSON.stringify(read(key(path))) === JSON.stringify(body)) write(key(path), null);
    pause = 2000;
  }
  move.heard(...outcome);
}

function later(problem) {
  clearTimeout(timer);
  timer = setTimeout(() => moving.forEach((_, path) => push(path)), (problem.retryAfter ?? 0) * 1000 || pause);
  pause = Math.min(pause * 2, 60000);
}

addEventListener('online', resume);

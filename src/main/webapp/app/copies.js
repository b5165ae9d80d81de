import { work } from './device.js';

/** Answers of the server that this device keeps for a time without a line, by the path that was asked. */
let whose = null;
let held = new Set();
const keptAt = new WeakMap();

/** From now on the copies are this person's. */
export async function copiesOf(person) {
  whose = person;
  held = new Set();
  if (person) held = new Set(await work(['copies'], 'readonly', copies => copies.keys(person)).then(keys => keys.map(([, path]) => path), () => []));
}

export const isHeld = path => held.has(path);

/** When this answer was put on the device, if it did not come over the line just now. */
export const since = value => keptAt.get(value);

export async function copy(path) {
  const found = await work(['copies'], 'readonly', copies => copies.get([whose, path])).catch(() => null);
  if (found) keptAt.set(found.value, found.at);
  return found?.value;
}

/** Renews a copy that is kept already; that it cannot be is no reason to refuse the answer. */
export const renew = (path, value) =>
  work(['copies'], 'readwrite', copies => copies.put([whose, path], { value, at: new Date().toISOString() })).catch(() => {});

export const hold = paths => paths.forEach(path => held.add(path));

export const release = paths => paths.forEach(path => held.delete(path));

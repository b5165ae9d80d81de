/** What this device keeps. A browser may refuse storage; then everything still works, but only while the page is open. */
export function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

export function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    return false;
  }
  return true;
}

export function keysUnder(prefix) {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(prefix));
  } catch {
    return [];
  }
}

export const forgetUnder = (prefix, spared) =>
  keysUnder(prefix).filter(key => !spared || !key.startsWith(spared)).forEach(key => write(key, null));

/** A name for what is kept of a person; all such names go when she signs out. */
export const personal = (person, name) => `sopan.of.${person}.${name}`;

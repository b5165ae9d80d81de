/** Keeps this release of the client on the device, so that it starts without a line; without it all is as before. */
const HOUR = 3600 * 1000;
let registration = null;
let asked = Date.now();

const workers = navigator.serviceWorker;

export async function keepClient() {
  if (!workers) return;
  try {
    registration = await workers.register('/sw.js', { updateViaCache: 'none' });
    if (!workers.controller) await new Promise(controlled => workers.addEventListener('controllerchange', controlled, { once: true }));
  } catch {
    return;
  }
  keepUsed();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}

/** What this page has loaded already, words above all, goes through the worker once more and so stays. */
const keepUsed = () => performance.getEntriesByType('resource').map(({ name }) => name)
  .filter(name => name.startsWith(new URL('.', import.meta.url)))
  .forEach(name => fetch(name).catch(() => {}));

/** Whether the server has another release than this page is of: then what this page lacks is gone. */
export const isRenewed = () =>
  fetch(new URL('main.js', import.meta.url), { method: 'HEAD', cache: 'no-store' }).then(({ status }) => status === 404, () => false);

/** Opens the new release, whole: a worker that still holds the old one steps aside first. */
export async function openNew() {
  await registration?.unregister();
  location.reload();
}

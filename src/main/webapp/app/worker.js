/*
 * Keeps one release of the client whole. The server writes above this line where that release is at HOME, and which
 * FILES a trainer needs without a line; what else is opened, such as a page of the staff, stays here from then on.
 */
const PREFIX = 'sopan-client-';
const HERE = PREFIX + HOME;
const WHOLE = { ignoreVary: true };
const old = async () => (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== HERE);

async function take(cache, path) {
  if (await cache.match(path, WHOLE)) return;
  const response = await fetch(path);
  if (!response.ok) throw new TypeError(path);
  await cache.put(path, response);
}

/** The page that belongs to these files, and no other's: the server may have been renewed this very moment. */
async function takePage(cache) {
  const response = await fetch('/', { cache: 'no-cache' });
  if (!(await response.clone().text()).includes(HOME)) throw new TypeError('/');
  await cache.put('/', response);
}

/** Of what the release before kept beyond its shell, the words in one's language say, this one keeps its own. */
async function usedBefore() {
  const used = await Promise.all((await old()).map(async name =>
    (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.replace(name.slice(PREFIX.length), HOME))));
  return [...new Set(used.flat())].filter(path => path.startsWith(HOME));
}

addEventListener('install', event => event.waitUntil((async () => {
  const cache = await caches.open(HERE);
  await takePage(cache);
  await Promise.all(FILES.map(path => take(cache, path.startsWith('/') ? path : HOME + path)));
  await Promise.all((await usedBefore()).map(path => take(cache, path).catch(() => {})));
})()));

addEventListener('activate', event => event.waitUntil((async () => {
  await Promise.all((await old()).map(name => caches.delete(name)));
  await clients.claim();
})()));

addEventListener('message', ({ data }) => { if (data === 'take over') skipWaiting(); });

/** The page; but when a newer release waits and this is the only tab, that one comes first. */
async function page() {
  if (registration.waiting && (await clients.matchAll()).length < 2) {
    registration.waiting.postMessage('take over');
    return new Response('<!doctype html><script>location.reload()</script>', { headers: { 'Content-Type': 'text/html' } });
  }
  return await (await caches.open(HERE)).match('/') ?? fetch('/');
}

async function file(request) {
  const cache = await caches.open(HERE);
  const kept = await cache.match(request, WHOLE);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (pathname === '/' || pathname === '/index.html') event.respondWith(page());
  } else if (pathname.startsWith(HOME) || pathname.startsWith('/webjars/')) event.respondWith(file(request));
});

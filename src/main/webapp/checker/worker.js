// Keeps what checks a certificate without a connection: the empty page in both languages, its script, the public keys
// and the list of certificates that are no longer valid. Pages with names are never kept.
const CACHE = 'sopan-verify-1';
const SHELL = { bn: '/verify/?lang=bn', en: '/verify/?lang=en' };
const KEPT = [
  SHELL.bn,
  SHELL.en,
  '/checker/check.js',
  '/checker/words.bn.json',
  '/checker/words.en.json',
  '/checker/statement.js',
  '/checker/noble-ed25519.js',
  '/checker/tiny-inflate.js',
  '/app/sopan.svg',
  '/.well-known/sopan/keys.json',
  '/.well-known/sopan/revoked.json',
];
/** Milliseconds after which a line counts as down. */
const PATIENCE = 8000;

const DAY = 24 * 3600 * 1000;

/** All of it or nothing. */
const keepAll = async () =>
  (await caches.open(CACHE)).addAll(KEPT.map(path => new Request(path, { cache: 'reload' })));

addEventListener('install', event => {
  skipWaiting();
  event.waitUntil(keepAll());
});

/** Once a day, by those who come with a connection. */
async function refresh() {
  const list = await kept('/.well-known/sopan/revoked.json');
  const asOf = list ? Date.parse((await list.json()).asOf) : 0;
  if (Math.abs(Date.now() - asOf) > DAY) await keepAll();
}

addEventListener('activate', event => {
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(name => name.startsWith('sopan-verify-') && name !== CACHE).map(name => caches.delete(name))))
    .then(() => clients.claim()));
});

async function online(request) {
  const hurry = new AbortController();
  const timer = setTimeout(() => hurry.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: hurry.signal });
  } finally {
    clearTimeout(timer);
  }
}

const kept = async path => (await caches.open(CACHE)).match(path, { ignoreVary: true });

/** As the server chooses it. */
function shellFor(url) {
  const asked = url.searchParams.get('lang');
  return SHELL[asked] ?? (navigator.language.startsWith('en') ? SHELL.en : SHELL.bn);
}

async function page(request) {
  const url = new URL(request.url);
  try {
    const response = await online(request);
    if (response.status < 500) return response;
  } catch (offline) {
    // told from what is kept
  }
  return await kept(shellFor(url)) ?? Response.error();
}

async function part(request) {
  const path = new URL(request.url).pathname;
  try {
    const response = await online(request);
    if (response.ok) {
      await (await caches.open(CACHE)).put(path, response.clone());
      return response;
    }
  } catch (offline) {
    // told from what is kept
  }
  return await kept(path) ?? Response.error();
}

addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') {
    const answer = page(request);
    event.respondWith(answer);
    event.waitUntil(answer.then(refresh).catch(() => {}));
  }
  if (KEPT.includes(url.pathname)) event.respondWith(part(request));
});

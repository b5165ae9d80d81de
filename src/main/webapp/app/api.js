import { language, t } from './words.js';

let offset = 0;
let signedOut = () => {};

/** The server's time, for deadlines; the clock of this device may be wrong. */
export const now = () => Date.now() + offset;

export const onSignedOut = listener => { signedOut = listener; };

/** What the server refused, or status 0 when it could not be reached. */
export class Problem extends Error {
  constructor(status, body = {}, retryAfter = null) {
    super(body.detail ?? String(status));
    this.status = status;
    this.body = body;
    this.code = String(body.type ?? '').split(/[:/]/).pop();
    this.retryAfter = Number(retryAfter) || null;
  }

  get passing() {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  get text() {
    return this.body.detail ?? t(`problem.${this.status}`, {}, t('problem.other'));
  }

  field(name) {
    return this.body.errors?.find(error => error.field === name)?.message;
  }
}

async function request(method, path, body, options = {}) {
  const headers = { 'Accept': options.accept ?? 'application/json', 'Accept-Language': language, 'X-Requested-With': 'sopan' };
  const file = body instanceof Blob;
  if (body !== undefined) headers['Content-Type'] = options.type ?? 'application/json';
  let response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers,
      body: file || body === undefined ? body : JSON.stringify(body),
      keepalive: options.keepalive,
      signal: file || options.patient ? undefined : AbortSignal.timeout?.(30000),
    });
  } catch {
    throw new Problem(0);
  }
  const date = Date.parse(response.headers.get('Date'));
  if (date) offset = date - Date.now();
  if (!response.ok) {
    const problem = new Problem(response.status, await json(response), response.headers.get('Retry-After'));
    if (problem.status === 401 && path !== '/session') signedOut();
    throw problem;
  }
  return response;
}

async function json(response) {
  try {
    return response.headers.get('Content-Type')?.includes('json') ? await response.json() : {};
  } catch {
    throw new Problem(0);
  }
}

const answer = (method, path, body, options) => request(method, path, body, options).then(json);

export const get = path => answer('GET', path);
export const put = (path, body, options) => answer('PUT', path, body, options);
export const post = (path, body = {}, options) => answer('POST', path, body, options);
export const remove = path => answer('DELETE', path);
export const file = async (path, accept) => (await request('GET', path, undefined, { accept })).blob();

/** Hands out the file that a request makes, under this name. */
export async function handOut(path, body, name) {
  const url = URL.createObjectURL(await (await request('POST', path, body, { accept: '*/*', patient: true })).blob());
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

export function query(values) {
  const given = Object.entries(values).filter(([, value]) => value);
  return given.length ? `?${new URLSearchParams(given)}` : '';
}

// Reads the signed statement of a certificate's QR code and says whether it is genuine. No page, no server.

/** Whoever cannot be read is no statement; whatever can is one until the signature says otherwise. */
export class Unreadable extends Error {}

const text = bytes => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

const fromBase64url = letters =>
  Uint8Array.from(atob(letters.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));

async function inflated(bytes) {
  let unpack;
  try {
    unpack = new DecompressionStream('deflate-raw');
  } catch (missing) {
    const { default: inflate } = await import('./tiny-inflate.js');
    return inflate(bytes, new Uint8Array(16384));
  }
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(unpack)).arrayBuffer());
}

/** Two digits are one letter of a compact JWS, counted from the hyphen. What it says is not looked at yet. */
export function read(digits) {
  try {
    const jws = digits.match(/^(\d\d){1,1000}$/)[0].replace(/\d\d/g, pair => String.fromCharCode(Number(pair) + 45));
    const [header, payload, signature] = jws.split('.');
    const { kid, alg, zip } = JSON.parse(text(fromBase64url(header)));
    if (alg !== 'EdDSA' || zip !== 'DEF') throw new Error('another kind of statement');
    const statement = {
      kid,
      payload: fromBase64url(payload),
      message: new TextEncoder().encode(`${header}.${payload}`),
      signature: fromBase64url(signature),
    };
    if (statement.signature.length !== 64) throw new Error('cut off');
    return statement;
  } catch (cause) {
    throw new Unreadable(String(cause));
  }
}

async function verified({ x }, { message, signature }) {
  let key;
  try {
    key = await crypto.subtle.importKey('jwk', { kty: 'OKP', crv: 'Ed25519', x }, { name: 'Ed25519' }, false, ['verify']);
  } catch (missing) {
    const { verifyAsync } = await import('./noble-ed25519.js');
    return verifyAsync(signature, message, fromBase64url(x));
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, message);
}

/** The calendar day in Dhaka of seconds since 1970. */
const dayOf = seconds => new Date((seconds + 6 * 3600) * 1000).toISOString().slice(0, 10);

/**
 * The verdict, 'genuine', 'forged' or 'unknown-key', and of a genuine one what it says. Only what is signed is unpacked. A
 * key vouches for nothing dated after it was replaced.
 * @param keys the JWK Set of /.well-known/sopan/keys.json
 */
export async function judge(statement, keys) {
  const key = keys.find(({ kid }) => kid === statement.kid);
  if (!key) return { verdict: 'unknown-key' };
  if (!await verified(key, statement)) return { verdict: 'forged' };
  const said = JSON.parse(text(await inflated(statement.payload)));
  return key.exp && said.d > dayOf(key.exp) ? { verdict: 'forged' } : { verdict: 'genuine', said };
}

/** How the list of certificates that are no longer valid names this one. */
export async function hashOf(serial) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(serial)));
  return btoa(String.fromCharCode(...bytes.slice(0, 12))).replace(/\+/g, '-').replace(/\//g, '_');
}

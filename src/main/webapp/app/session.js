import { get, remove } from './api.js';

/** Who is signed in here, or null. */
export let me = null;

export const enter = person => { me = person; };

export async function wakeUp() {
  try {
    me = await get('/me');
  } catch (problem) {
    if (problem.status !== 401) throw problem;
  }
}

export async function leave() {
  try {
    await remove('/session');
  } catch (problem) {
    if (problem.status !== 401) throw problem;
  }
  me = null;
}

export const holds = role => Boolean(me?.roles.some(held => held.role === role));

/** Those one coordinates. */
export const institutes = () => [...new Set(me.roles
  .filter(held => held.role === 'coordinator')
  .map(held => held.organization?.id ?? held.organization))];

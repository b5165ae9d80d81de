import { get, post } from '../api.js';

const LOOK = 1000;
const LOST = [0, 502, 503, 504];
const pause = time => new Promise(wake => setTimeout(wake, time));

/** How far an application has come, once; nothing while the line is down. */
async function glance(path) {
  try {
    return await get(path);
  } catch (problem) {
    if (!problem.passing) throw problem;
    return null;
  }
}

/** Waits for the end of an application that runs already, for as long as `wanted()`. */
export async function follow(plan, heard, wanted) {
  const path = `/roster-plans/${plan}/application`;
  while (wanted()) {
    const seen = await glance(path);
    heard(seen);
    if (seen && seen.state !== 'applying') return seen;
    await pause(LOOK);
  }
  return null;
}

/**
 * Applies a plan and tells `heard` how far it is. The same call again gives the same answer: so if the line is lost,
 * the plan is asked how it stands, and applied once more if the first call never arrived.
 */
export async function apply(plan, heard, wanted) {
  const path = `/roster-plans/${plan}/application`;
  while (wanted()) {
    let over = false;
    const posted = post(path, {}, { patient: true });
    const settled = posted.then(() => { over = true; }, () => { over = true; });
    await Promise.race([settled, pause(LOOK)]);
    while (!over && wanted()) {
      heard(await glance(path).catch(() => null));
      await Promise.race([settled, pause(LOOK)]);
    }
    if (!over) return null;
    try {
      return await posted;
    } catch (problem) {
      if (!LOST.includes(problem.status)) throw problem;
      const seen = await follow(plan, heard, wanted);
      if (seen?.outcome) return seen.outcome;
    }
  }
  return null;
}

import { Problem, get } from './api.js';
import { entries, isWaiting } from './outgoing.js';

const courses = new Map();
const courseOf = new Map();

export async function course(id) {
  if (!courses.has(id)) courses.set(id, await get(`/courses/${id}`));
  return courses.get(id);
}

/** An enrolment, in which lessons count as read here whose "read" waits to be sent: their state is "kept". */
export async function enrolment(id) {
  const found = await get(`/enrolments/${id}`);
  courseOf.set(id, found.course.id);
  const read = (await entries(`/enrolments/${id}/lessons/`)).filter(entry => isWaiting(entry) && entry.body.done)
    .map(({ path }) => decodeURIComponent(path.split('/').pop()));
  if (!read.length) return found;
  const steps = found.steps.map(step => step.kind === 'lesson' && step.state === 'open' && read.includes(step.id) ? { ...step, state: 'kept' } : step);
  return { ...found, steps, next: steps.find(step => step.required && step.state === 'open') ?? found.next };
}

/** My enrolments, each with the step that is next for this device. */
export async function enrolments() {
  const all = await get('/me/enrolments');
  const touched = new Set((await entries('/enrolments/')).map(({ path }) => path.split('/')[2]));
  return Promise.all(all.map(async each => {
    if (!touched.has(each.id)) return each;
    try {
      return { ...each, next: (await enrolment(each.id)).next };
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      return each;
    }
  }));
}

/** An enrolment and something of its course, fetched side by side once the course is known. */
export async function withCourse(id, fetchMore) {
  const early = courseOf.get(id);
  const more = early && fetchMore(early);
  more?.catch(() => {});
  const found = await enrolment(id);
  return [found, await (more ?? fetchMore(found.course.id))];
}

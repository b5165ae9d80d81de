import { get } from './api.js';

const courses = new Map();
const courseOf = new Map();

export async function course(id) {
  if (!courses.has(id)) courses.set(id, await get(`/courses/${id}`));
  return courses.get(id);
}

export async function enrolment(id) {
  const found = await get(`/enrolments/${id}`);
  courseOf.set(id, found.course.id);
  return found;
}

/** An enrolment and something of its course, fetched side by side once the course is known. */
export async function withCourse(id, fetchMore) {
  const early = courseOf.get(id);
  const more = early && fetchMore(early);
  more?.catch(() => {});
  const found = await enrolment(id);
  return [found, await (more ?? fetchMore(found.course.id))];
}

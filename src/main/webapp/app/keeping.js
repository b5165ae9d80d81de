import { Problem, get, post } from './api.js';
import { hold, release } from './copies.js';
import { work } from './device.js';
import { entries } from './outgoing.js';
import { me } from './session.js';
import { alsoSpeak, t } from './words.js';

/** What every page of a module needs, besides the module itself. */
const ALWAYS = ['/me', '/me/enrolments', '/me/contacts'];
const keyOf = ({ enrolment, module }) => [me.id, enrolment, module.id];
const lessonPath = (course, lesson, language) => `/courses/${course}/lessons/${encodeURIComponent(lesson)}?lang=${language}`;

export const isPossible = () => 'indexedDB' in window && 'serviceWorker' in navigator;

/** The modules of this person on this device, each with its release, language, size in bytes and paths. */
export const kept = () => work(['kept'], 'readonly', all => all.all(me.id)).catch(() => []);

/** A quiz against the clock is not taken along; nor is one begun that is passed, or for which no attempt is left. */
async function attemptAt(enrolment, { quiz }) {
  const step = quiz && enrolment.steps.find(each => each.kind === 'quiz' && each.id === quiz.id);
  if (!step || step.state === 'done' || quiz.timeLimitMinutes) return null;
  try {
    return await post(`/enrolments/${enrolment.id}/quizzes/${encodeURIComponent(quiz.id)}/attempts`);
  } catch (problem) {
    if (problem.status !== 409) throw problem;
    return null;
  }
}

async function fetchAll(paths) {
  const values = await Promise.all(paths.map(get));
  const releases = new Set(paths.flatMap((path, at) => path.includes('/lessons/') ? [values[at].release] : []));
  return { values, releases: [...releases] };
}

/** Puts a module on this device: all of it or nothing. Its quiz is begun first, so that its questions are drawn. */
export async function keep(enrolment, course, module, language) {
  navigator.storage?.persist?.();
  const attempt = await attemptAt(enrolment, module);
  const paths = [...ALWAYS, `/enrolments/${enrolment.id}`, `/courses/${course.id}`,
    ...module.lessons.map(({ id }) => lessonPath(course.id, id, language)), ...attempt ? [`/attempts/${attempt.id}`] : []];
  let found = await fetchAll(paths);
  if (found.releases.length > 1) found = await fetchAll(paths);
  const record = {
    enrolment: enrolment.id,
    course: { id: course.id, title: course.title },
    module: { id: module.id, title: module.title },
    quiz: attempt ? module.quiz.id : null,
    attempt: attempt?.id ?? null,
    language,
    release: found.releases[0],
    bytes: new Blob(found.values.map(value => JSON.stringify(value))).size,
    at: new Date().toISOString(),
    paths,
  };
  try {
    await work(['kept', 'copies'], 'readwrite', async (all, copies) => {
      await Promise.all(found.values.map((value, at) => copies.put([me.id, paths[at]], { value, at: record.at })));
      await all.put(keyOf(record), record);
    });
  } catch {
    throw new Problem(507, { detail: t('keep.noRoom') });
  }
  hold(paths);
  alsoSpeak('mine').catch(() => {});
  return record;
}

/** Takes a module off this device. What another module needs stays, and an attempt whose answers have not been sent. */
export async function remove(record) {
  const waiting = await entries('/attempts/');
  const gone = await work(['kept', 'copies'], 'readwrite', async (all, copies) => {
    await all.remove(keyOf(record));
    const needed = new Set((await all.all(me.id)).flatMap(({ paths }) => paths));
    const paths = record.paths.filter(path => !needed.has(path) && !waiting.some(each => each.path.startsWith(`${path}/`)));
    await Promise.all(paths.map(path => copies.remove([me.id, path])));
    return paths;
  });
  release(gone);
}

/** The attempt at a quiz that is on this device, for a time when none can be begun. */
export const keptAttempt = async (enrolment, quiz) =>
  (await kept()).find(record => record.enrolment === enrolment && record.quiz === quiz)?.attempt;

import { html } from '../vendor.js';
import { get } from '../api.js';
import { date, number, said, t } from '../words.js';
import { asTyped } from '../fields.js';
import { quizTitle, quizzesOf } from './acts.js';
import { courseTitle } from './cohort-frame.js';
import { allInstitutes } from './institute.js';

/** Told in a column of its own, or read by nobody: the institute, ids, sizes, and of nothing how many. */
const isTold = ([name, value]) => name === 'institute' || name === 'bytes' || !value || value === '0' || /^[0-9a-f-]{36}$/.test(value);

/** How a value is written: a name for an id, a date, a number, else as somebody typed it. */
function written(name, value, { courses, quizzes, institutes }) {
  if (name === 'course') return courseTitle(courses, value);
  if (name === 'quiz') return quizTitle(quizzes, value);
  if (name === 'role') return t(`role.${value}`, {}, value);
  if (name === 'fields') return value.split(' ').map(each => t(`detail.field.${each}`, {}, each)).join(', ');
  if (name === 'by') return t(`detail.by.${value}`, {}, value);
  if (name === 'host') return said(institutes.find(each => each.id === value) ?? value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return date(value);
  return /^\d+$/.test(value) ? number(value) : asTyped(value);
}

/** The small print of acts, once what it names by ids is known: what an act's name alone does not tell. */
export async function detailsOf(entries) {
  const [courses, institutes] = await Promise.all([get('/courses'), allInstitutes()]);
  const quizzes = entries.some(each => each.details?.quiz) ? (await Promise.all(courses.map(each => quizzesOf(each.id)))).flat() : [];
  return each => Object.entries(each.details ?? {}).filter(entry => !isTold(entry)).map(([name, value]) =>
    html`<div><span class="soft">${t(`detail.${name}`, {}, '') || html`<span lang="en">${name}</span>`}</span> ${written(name, value, { courses, quizzes, institutes })}</div>`);
}

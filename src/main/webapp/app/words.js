import { html } from './vendor.js';
import { read, write } from './store.js';

const KEPT = 'sopan.language';
const DIGITS = '০১২৩৪৫৬৭৮৯';
const DHAKA = 6 * 3600 * 1000;
const books = new Map();
const shelves = new Set(['']);
let words = {};

export let language = 'bn';
export const chosen = () => read(KEPT);

async function book(name) {
  if (!books.has(name)) {
    const found = await fetch(new URL(`words/${name}.json`, import.meta.url));
    if (!found.ok) throw new TypeError(name);
    books.set(name, await found.json());
  }
  return books.get(name);
}

/** Changes the language of everything; the files hold every word the client says. */
export async function speak(wanted) {
  const next = wanted === 'en' ? 'en' : 'bn';
  words = Object.assign({}, ...await Promise.all([...shelves].map(shelf => book(shelf + next))));
  language = next;
  document.documentElement.lang = next;
}

/** Adds the words of pages that most visits never open. */
export async function alsoSpeak(shelf) {
  const more = await book(`${shelf}.${language}`);
  shelves.add(`${shelf}.`);
  words = { ...words, ...more };
}

export const choose = wanted => write(KEPT, wanted);

export function t(key, values = {}, otherwise = key) {
  const word = words[key] ?? otherwise;
  return word.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? number(value) : value;
  });
}

export const digits = text => language === 'bn' ? String(text).replace(/\d/g, digit => DIGITS[digit]) : String(text);

/** Grouped in thousand, lakh and crore. */
export const number = value => digits(Number(value).toLocaleString('en-IN', { maximumFractionDigits: 2 }));

const KILOBYTE = 1024;

/** A size in bytes as one says it. */
export const size = bytes => bytes < KILOBYTE * KILOBYTE ? t('size.kb', { n: Math.ceil(bytes / KILOBYTE) })
  : t('size.mb', { n: Math.ceil(bytes / KILOBYTE / KILOBYTE * 10) / 10 });

export const percent = value => t('percent', { n: value });

/** A calendar date as it is, or an instant as the day it is in Dhaka. */
export function date(value) {
  if (!value) return '';
  const moment = value.length === 10 ? new Date(`${value}T00:00:00Z`) : new Date(Date.parse(value) + DHAKA);
  return t('date', {
    day: digits(moment.getUTCDate()),
    month: t(`month.${moment.getUTCMonth() + 1}`),
    year: digits(moment.getUTCFullYear()),
  });
}

export function time(value) {
  const moment = new Date(Date.parse(value) + DHAKA);
  const two = part => digits(String(part).padStart(2, '0'));
  return `${date(value)}, ${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`;
}

/** A text of the server as a plain string: for titles, options and the like. Accepts what carries a title or name. */
export function plain(text) {
  const said = text?.title ?? text?.name ?? text ?? '';
  return typeof said === 'string' ? said : said[language] ?? said.bn ?? said.en ?? '';
}

/** The same, marked with its language when it exists only in the other one. */
export function said(text) {
  const value = text?.title ?? text?.name ?? text ?? '';
  const words = plain(value);
  if (typeof value === 'string' || value[language] != null || !words) return words;
  return html`<span lang=${language === 'bn' ? 'en' : 'bn'}>${words}</span>`;
}

// The page that checks a certificate, where there is JavaScript: it reads what the QR code says after its address,
// which never goes to the server, and keeps what is needed to do so without a connection.
import { hashOf, judge, read, Unreadable } from './statement.js';

const place = document.getElementById('statement');
const language = document.documentElement.lang;
const words = await (await fetch(`/checker/words.${language}.json`)).json();
const served = document.querySelector('[data-serial]');
const isUnknown = document.querySelector('.unknown') !== null;

const digitsIn = text => language === 'bn' ? text.replace(/\d/g, digit => '০১২৩৪৫৬৭৮৯'[digit]) : text;

/** As the server writes a calendar date. */
function day(date) {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return digitsIn(`${dayOfMonth} ${words.months[month - 1]} ${year}`);
}

/** An instant of UTC as a calendar date in Dhaka. */
const dayOfInstant = instant => day(new Date(Date.parse(instant) + 6 * 3600_000).toISOString().slice(0, 10));

function filled(word, values) {
  return words[word].replace(/\{(\w+)\}/g, (all, name) => values[name]);
}

function add(parent, name, content, lang) {
  const element = parent.appendChild(document.createElement(name));
  if (content !== undefined) element.textContent = content;
  if (lang) element.lang = lang;
  return element;
}

const serialInAddress = () =>
  decodeURIComponent(location.pathname.replace(/^\/verify\//, '')) || new URLSearchParams(location.search).get('serial') || '';

const plain = serial => serial.toUpperCase().replace(/[-\s]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');

async function fetched(path) {
  try {
    const response = await fetch(path);
    return response.ok ? await response.json() : undefined;
  } catch (offline) {
    return undefined;
  }
}

function status(kind, mark, text) {
  place.className = `card ${kind}`;
  const line = add(place, 'p');
  line.className = 'status';
  add(line, 'span', mark).setAttribute('aria-hidden', 'true');
  line.append(` ${text}`);
}

function note(text) {
  add(place, 'p', text).className = 'note';
}

function entry(list, label, ...values) {
  const shown = values.filter(([text]) => text);
  if (shown.length === 0) return;
  add(list, 'dt', words[label]);
  const entry = add(list, 'dd');
  shown.forEach(([text, lang], at) => {
    if (at > 0) add(entry, 'br');
    add(entry, 'span', text, lang);
  });
}

/** In the reader's language, else in the other. */
function inLanguage(bn, en) {
  return (language === 'bn' ? bn : en) ? [language === 'bn' ? bn : en] : bn ? [bn, 'bn'] : [en, 'en'];
}

function facts(said) {
  const list = add(place, 'dl');
  entry(list, 'name', [said.nb, 'bn'], [said.ne, 'en']);
  entry(list, 'award', said.tb || said.te ? inLanguage(said.tb, said.te) : [words[`kind-${said.a}`] ?? said.a, words[`kind-${said.a}`] ? '' : 'en']);
  entry(list, 'course', said.lb || said.le ? inLanguage(said.lb, said.le) : [said.c, 'en']);
  entry(list, 'institute', [said.i && said.i.toUpperCase(), 'en']);
  entry(list, 'issued', [day(said.d)]);
  entry(list, 'serial', [said.s, 'en']);
}

/** A name that was too long for the code ends in an ellipsis there. */
const sameName = (said, printed = '') =>
  said === undefined ? printed === '' : said.endsWith('…') ? printed.startsWith(said.slice(0, -1)) : said === printed;

function compare(said) {
  const same = sameName(said.nb, served.dataset.nameBn) && sameName(said.ne, served.dataset.nameEn)
    && plain(said.s) === plain(served.dataset.serial);
  if (same) {
    status(served.classList.contains('valid') ? 'valid' : 'superseded', '=', words.agrees);
  } else {
    status('revoked', '✕', words.differs);
    facts(said);
  }
}

async function tellWithoutTheRegister(said) {
  const list = await fetched('/.well-known/sopan/revoked.json');
  const hash = await hashOf(said.s);
  const named = list && list.certificates.find(each => each.hash === hash);
  if (named) {
    status(named.status, '✕', filled(`was-${named.status}`, { on: day(named.on) }));
    note(filled('held', { date: dayOfInstant(list.asOf) }));
  } else {
    status('valid', '✓', filled('genuine', { date: day(said.d) }));
    note(list ? filled('not-checked', { date: dayOfInstant(list.asOf) }) : words['no-list']);
  }
  if (said.x) note(words.specimen);
  facts(said);
}

async function check() {
  const digits = location.hash.slice(1);
  const other = document.querySelector('header a[lang]');
  if (other) other.hash = digits;
  place.hidden = digits === '';
  place.replaceChildren();
  if (digits === '') return;
  try {
    const statement = read(digits);
    const set = await fetched('/.well-known/sopan/keys.json');
    const { verdict, said } = await judge(statement, set ? set.keys : []);
    const asked = serialInAddress();
    if (verdict === 'unknown-key') {
      status('superseded', '?', words['unknown-key']);
    } else if (verdict === 'forged' || (asked && plain(asked) !== plain(said.s))) {
      status('revoked', '✕', words.forged);
    } else if (served) {
      compare(said);
    } else if (isUnknown) {
      status('revoked', '✕', words.differs);
    } else {
      document.querySelector('form')?.remove();
      document.getElementById('lead')?.replaceChildren(words.offline);
      await tellWithoutTheRegister(said);
    }
  } catch (failure) {
    if (failure instanceof Unreadable) status('superseded', '?', words.unreadable);
    else status('superseded', '?', words['cannot-here']);
  }
}

check();
addEventListener('hashchange', check);
navigator.serviceWorker?.register('/checker/worker.js', { scope: '/verify/', updateViaCache: 'none' }).catch(() => {});

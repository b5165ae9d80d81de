import { html, render } from './vendor.js';
import { Problem, onSignedOut } from './api.js';
import { chosen, language, speak, t } from './words.js';
import { enter, me, wakeUp } from './session.js';
import { rest, resume } from './outgoing.js';
import { shell } from './shell.js';
import { head, trouble } from './parts.js';
import { isRenewed, keepClient, openNew } from './renewal.js';

const open = true;
const routes = [
  ['', 'home'],
  ['sign-in', 'sign-in', open],
  ['forgot', 'forgot', open],
  ['invitation/:token', 'password', open],
  ['reset/:token', 'password', open],
  ['enrolments/:enrolment', 'course'],
  ['enrolments/:enrolment/missing', 'missing'],
  ['enrolments/:enrolment/lessons/:lesson', 'lesson'],
  ['enrolments/:enrolment/quizzes/:quiz', 'quiz'],
  ['enrolments/:enrolment/attempts/:attempt', 'attempt'],
  ['attempts/:attempt', 'attempt'],
  ['certificates', 'certificates'],
].map(([pattern, page, isOpen]) => [pattern, `pages/${page}`, isOpen]);

const main = document.getElementById('main');
let turn = 0;
let leaving = () => {};
let shown = '';

/** The page of an address such as #/enrolments/7/lessons/what-counts?x=y, with its parts by name. */
function find(hash, among) {
  const [path, search] = hash.replace(/^#?\/?/, '').split('?');
  const parts = path.split('/').filter(Boolean);
  for (const [pattern, page, isOpen, furnish] of among) {
    const names = pattern.split('/').filter(Boolean);
    if (names.length === parts.length && names.every((name, at) => name[0] === ':' || name === parts[at])) {
      const values = Object.fromEntries(new URLSearchParams(search));
      names.forEach((name, at) => { if (name[0] === ':') values[name.slice(1)] = decodeURIComponent(parts[at]); });
      return { page, isOpen, furnish, values, name: parts[0] };
    }
  }
  return null;
}

const toSignIn = () => {
  const here = location.hash;
  if (!here.startsWith('#/sign-in')) location.replace(`#/sign-in${here.length > 2 ? `?back=${encodeURIComponent(here)}` : ''}`);
};

function painter(mine, hash) {
  return (template, title) => {
    if (mine !== turn) return;
    render(template, main);
    document.title = title ? `${title} · ${t('sopan')}` : t('sopan');
    if (shown !== hash) {
      shown = hash;
      scrollTo(0, 0);
      main.querySelector('h1')?.focus({ preventScroll: true });
    }
  };
}

/** Loads what may be lost on the way. */
async function fetched(load) {
  try {
    return await load();
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure;
    throw await isRenewed() ? new Problem(0, { type: 'renewed', detail: t('renewed') }) : new Problem(0);
  }
}

const lost = (problem, again = show) => html`${head(t(problem.code === 'renewed' ? 'renewed.title' : problem.status ? 'lost.wrong' : 'lost.line'))}${trouble(problem)}
  <p class="doing">${problem.code === 'renewed' ? html`<button class="button" @click=${openNew}>${t('renewed.do')}</button>`
    : html`<button class="button" @click=${again}>${t('again')}</button>`}
    ${me && !problem.status ? html`<a class="button quiet" href="#/device">${t('menu.device')}</a>` : ''}</p>`;

async function show() {
  const mine = ++turn;
  const { hash } = location;
  const paint = painter(mine, hash);
  shell(show);
  document.body.classList.add('loading');
  try {
    const found = find(hash, routes) ?? find(hash, (await fetched(() => import('./further.js'))).routes);
    if (mine !== turn) return;
    if (found && !found.isOpen && !me) return toSignIn();
    const [page] = await fetched(() => Promise.all([import(`./${found?.page ?? 'pages/lost'}.js`), found?.furnish?.()]));
    if (mine !== turn) return;
    leaving();
    leaving = () => {};
    const left = await page.default(found ?? {}, paint);
    if (mine === turn) leaving = left ?? leaving;
    else left?.();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status !== 401) paint(lost(problem));
  } finally {
    if (mine === turn) document.body.classList.remove('loading');
  }
}

onSignedOut(() => {
  if (!me) return;
  enter(null);
  rest();
  show();
});

addEventListener('hashchange', show);

async function start() {
  const speaking = speak(chosen() ?? 'bn');
  try {
    await wakeUp();
  } catch (problem) {
    await speaking;
    if (!(problem instanceof Problem)) throw problem;
    shell(start);
    render(lost(problem, start), main);
    return;
  }
  await speaking;
  if (!chosen() && me?.language && me.language !== language) await speak(me.language);
  await show();
  resume();
  keepClient();
}

main.replaceChildren();
start().catch(failure => {
  main.append(document.getElementById('unreachable').content.cloneNode(true));
  throw failure;
});

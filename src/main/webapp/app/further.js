import { alsoSpeak } from './words.js';

const open = true;
const sheets = new Map();

function style(name) {
  if (!sheets.has(name)) {
    sheets.set(name, new Promise((loaded, lost) => {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: new URL(`${name}.css`, import.meta.url) });
      link.onload = loaded;
      link.onerror = () => {
        link.remove();
        sheets.delete(name);
        lost(new TypeError(name));
      };
      document.head.append(link);
    }));
  }
  return sheets.get(name);
}

/** What the pages of a folder need besides themselves: words of their own; staff also those about oneself, and the looks of an office. */
const furnish = folder => folder === 'staff' ? Promise.all([alsoSpeak('mine'), alsoSpeak('staff'), style('staff')]) : alsoSpeak(folder);

const routesOf = (folder, routes) => routes.map(([pattern, page, isOpen]) =>
  [pattern, `${folder}/${page}`, isOpen, () => furnish(folder)]);

/** Addresses that most visits never open. */
export const routes = [
  ...routesOf('mine', [
    ['profile', 'profile'],
    ['email-change/:token', 'email-change', open],
    ['reminders', 'reminders'],
    ['reminders/:token', 'reminders', open],
    ['transfers', 'transfers'],
    ['device', 'device'],
    ['kits', 'kits'],
    ['kits/:course', 'kits'],
  ]),
  ...routesOf('staff', [
    ['institutes', 'institutes'],
    ['institutes/:institute', 'overview'],
    ['institutes/:institute/people', 'people'],
    ['institutes/:institute/people/:person', 'person'],
    ['people', 'people'],
    ['people/:person', 'person'],
    ['institutes/:institute/roles', 'roles'],
    ['institutes/:institute/progress', 'progress'],
    ['institutes/:institute/cohorts', 'cohorts'],
    ['institutes/:institute/cohorts/:cohort', 'cohort'],
    ['institutes/:institute/cohorts/:cohort/participants', 'participants'],
    ['institutes/:institute/cohorts/:cohort/announcements', 'announcements'],
    ['institutes/:institute/cohorts/:cohort/settings', 'cohort-settings'],
    ['cohorts', 'cohorts'],
    ['cohorts/:cohort', 'cohort'],
    ['cohorts/:cohort/participants', 'participants'],
    ['cohorts/:cohort/announcements', 'announcements'],
    ['institutes/:institute/roster', 'roster'],
    ['institutes/:institute/roster/:plan', 'roster-plan'],
    ['institutes/:institute/reminders', 'reminders'],
    ['institutes/:institute/reminders/rules', 'reminder-rules'],
    ['institutes/:institute/reminders/sent', 'reminders-sent'],
    ['institutes/:institute/more', 'more'],
    ['institutes/:institute/mail', 'mail'],
    ['institutes/:institute/audit', 'audit'],
    ['institutes/:institute/corrections', 'corrections'],
    ['institutes/:institute/transfers', 'transfers'],
    ['administration', 'administration'],
    ['administration/merges', 'merges'],
    ['administration/roles', 'all-roles'],
    ['administration/erasure/:person', 'erasure'],
    ['audit', 'audit'],
    ['corrections', 'corrections'],
    ['transfers/all', 'transfers'],
    ['holidays', 'holidays'],
    ['comparison', 'comparison'],
    ['outbox', 'outbox'],
    ['registry', 'registry'],
    ['approvals', 'approvals'],
    ['institutes/:institute/approvals', 'approvals'],
  ]),
];

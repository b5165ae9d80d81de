import { now } from '../api.js';
import { digits, t } from '../words.js';

const DHAKA = 6 * 3600 * 1000;
const YEARS = 4;

const begins = () => {
  const today = new Date(now() + DHAKA);
  return today.getUTCFullYear() - (today.getUTCMonth() < 6 ? 1 : 0);
};

const written = year => `${year}-${String((year + 1) % 100).padStart(2, '0')}`;

/** The fiscal year of today, 1 July to 30 June, as offices write it. */
export const thisYear = () => written(begins());

/** The last fiscal years as options of a select. */
export const years = () => Array.from({ length: YEARS }, (_, back) => written(begins() - back)).map(year => [year, digits(year)]);

/** A month such as 2026-07 in words. */
export const month = value => `${t(`month.${Number(value.slice(5))}`)} ${digits(value.slice(0, 4))}`;

/** The day in Dhaka, as 2026-11-24. */
export const today = () => new Date(now() + DHAKA).toISOString().slice(0, 10);

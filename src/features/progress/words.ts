import * as vscode from 'vscode';
import { l10n } from 'vscode';
import { day as dayMs } from '../../study/review/memory.ts';
import { startOfDay } from '../../study/statistics/day-numbers.ts';
import type { Range } from '../../study/statistics/retention.ts';
import { intervalText } from '../ui/amount-texts.ts';
import type { Cell } from './section.ts';

// Dates and amounts as the page and its files tell them.

const hour = 60 * 60_000;

/** Noon of a day of study, so that it has the date that the user calls it by. */
const noon = (number: number): number => startOfDay(number) + 8 * hour;

/** Formats the numbers of days, in the language of the editor. */
export function dayFormat(options: Intl.DateTimeFormatOptions): (number: number) => string {
  // To make one for each of hundreds of days would take as long as all else.
  const format = new Intl.DateTimeFormat(vscode.env.language, options);
  return (number) => format.format(noon(number));
}

/** Such as `2026-01-12`, in every language. @param number see `numberOfDay` */
export const isoDay = (number: number): string =>
  new Date(number * dayMs).toISOString().slice(0, 'yyyy-mm-dd'.length);

/** Such as `3,213`. */
export const countText = (count: number): string => count.toLocaleString(vscode.env.language);

/** @param value 0 to 1 */
export const percentText = (value: number): string =>
  value.toLocaleString(vscode.env.language, { style: 'percent' });

/** How long something is known: `12 days`. @param days see `Known.stability` */
export const knownText = (days: number): string => intervalText(days * dayMs);

/** The same as a cell. */
export const knownCell = (days: number): Cell => ({
  text: knownText(days),
  csv: Math.round(days * 100) / 100,
});

export const shareCell = (value: number): Cell => ({
  text: percentText(value),
  csv: Math.round(value * 1000) / 1000,
});

/** From one share to another: `81% to 89%`. In a CSV file these are two numbers. */
export const rangeCell = ({ low, high }: Range): Cell => ({
  text: l10n.t('{0} to {1}', percentText(low), percentText(high)),
  csv: [low, high].map((value) => Math.round(value * 1000) / 1000),
});

export const countCell = (count: number): Cell => ({ text: countText(count), csv: count });

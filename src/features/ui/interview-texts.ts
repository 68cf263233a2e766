import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Format, Rehearsal } from '../../study/interview/format.ts';
import { levelNames } from './grade-names.ts';

// What mock interviews and their scores are called, wherever they are shown.

export const formatNames = (): Readonly<Record<Format, string>> => ({
  screening: l10n.t('Screening'),
  assessment: l10n.t('Online Assessment'),
  deepDive: l10n.t('Technical Deep Dive'),
  coding: l10n.t('Live Coding'),
  design: l10n.t('System Design'),
  behavioural: l10n.t('Behavioral'),
});

/** Such as `Screening, Mid, 30 minutes`. */
export const rehearsalText = ({ format, level, minutes }: Rehearsal): string =>
  l10n.t('{0}, {1}, {2} minutes', formatNames()[format], levelNames()[level], minutes);

const number = (value: number): string => value.toFixed(1);

/** One decimal, or a dash for what nobody judged. */
export const scoreText = (score: number | undefined): string =>
  score === undefined ? '–' : number(score);

/** With its sign. */
export function gapText(gap: number | undefined): string {
  if (gap === undefined) return '–';
  const shown = number(Math.abs(gap));
  if (shown === '0.0') return '0.0';
  return gap > 0 ? `+${shown}` : `−${shown}`;
}

/** When an interview was over, where the user is. @param at milliseconds since 1970 */
export const dateText = (at: number): string =>
  new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    at,
  );

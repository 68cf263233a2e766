import * as vscode from 'vscode';
import { displayText } from '../../order/line-text.ts';
import type { Point } from '../../study/interview/interviewed.ts';
import { predictTyped } from '../services/predict-typed.ts';
import type { Services } from '../services/services.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
import { verdictView } from '../ui/verdict-view.ts';
import type { InterviewItem } from './interview-item.ts';
import type { ItemView } from './interview-html.ts';

/** What is known to be right or wrong; no points where it is not known. */
export interface Judged {
  readonly points: readonly Point[];
  readonly told: ItemView['told'];
}

/** @param choice by its place in the bank; undefined for who chose nothing */
export async function judgeChoice(
  progress: Services['progress'],
  { of, check }: Extract<InterviewItem, { kind: 'check' }>,
  choice: number | undefined,
): Promise<Judged> {
  const correct = check.choices[choice ?? -1]?.correct === true;
  if (choice !== undefined) {
    const answered = { kind: 'answered', check: check.id, choice, correct } as const;
    await progress.record(`question:${of.id}`, answered);
  }
  const text = check.choices.find((one) => one.correct)?.text ?? '';
  return { points: [{ text, said: correct }], told: undefined };
}

/** Runs the snippet, unrecorded. What can't be run is not judged, and says so. @param typed the predicted lines */
export async function judgeLines(
  services: Services,
  { snippet }: Extract<InterviewItem, { kind: 'snippet' }>,
  typed: string,
  signal: AbortSignal,
): Promise<Judged> {
  const all = typed.split('\n');
  const lines = all.slice(0, all.findLastIndex((line) => line.trim() !== '') + 1);
  try {
    const attempt = { number: 1, seen: 'nothing' } as const;
    const predicted = await predictTyped(services, snippet.id, { lines, attempt }, signal);
    if (!predicted) return { points: [], told: undefined };
    const { verdict, run } = predicted;
    const said = verdict.kind === 'exact' || verdict.kind === 'possible';
    return {
      points: verdict.kind === 'unknown' ? [] : [{ text: snippet.teaches, said }],
      told: { text: verdictView(verdict).text, printed: run.lines.map(displayText) },
    };
  } catch (error) {
    if (!signal.aborted) services.log.error(asLogged(error));
    const text = vscode.l10n.t("It couldn't be run, so it isn't judged: {0}", errorText(error));
    return { points: [], told: { text, printed: [] } };
  }
}

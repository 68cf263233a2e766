import * as vscode from 'vscode';
import { displayText } from '../../order/line-text.ts';
import type { Verdict } from '../../order/verdict.ts';
import type { Point } from '../../study/interview/interviewed.ts';
import { findSnippet } from '../services/find-subject.ts';
import type { Services } from '../services/services.ts';
import { judgeTyped, runUnrecorded } from '../subject/judge-snippet.ts';
import { asLogged, errorText } from '../ui/error-text.ts';
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
  const { runner, progress, work, log } = services;
  const all = typed.split('\n');
  const lines = all.slice(0, all.findLastIndex((line) => line.trim() !== '') + 1);
  try {
    const subject = await findSnippet(services, snippet.id);
    if (!subject) return { points: [], told: undefined };
    const run = await runUnrecorded((wish) => runner.run(wish), subject, signal);
    const verdict = await judgeTyped(subject, run, lines, work);
    if (!signal.aborted) {
      await progress.record(`snippet:${snippet.id}`, {
        ...{ kind: 'predicted', verdict: verdict.kind, mode: 'typed', prediction: lines },
        node: run.runtime.version,
        attempt: { number: 1, seen: 'nothing' },
      });
    }
    const said = verdict.kind === 'exact' || verdict.kind === 'possible';
    return {
      points: verdict.kind === 'unknown' ? [] : [{ text: snippet.teaches, said }],
      told: { text: verdictText(verdict), printed: run.lines.map(displayText) },
    };
  } catch (error) {
    if (!signal.aborted) log.error(asLogged(error));
    const text = vscode.l10n.t("It couldn't be run, so it isn't judged: {0}", errorText(error));
    return { points: [], told: { text, printed: [] } };
  }
}

function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'exact':
      return vscode.l10n.t('Right: exactly what this run printed.');
    case 'possible':
      return vscode.l10n.t('Possible: Node.js may print this order. This run printed another one.');
    case 'wrong':
      return vscode.l10n.t('Line {0} is wrong.', verdict.at + 1);
    case 'unknown':
      return vscode.l10n.t("This run doesn't show whether your prediction is right.");
  }
}

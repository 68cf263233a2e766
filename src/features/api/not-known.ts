import * as vscode from 'vscode';
import type { Verdict } from '../../order/verdict.ts';
import type { RunResult } from '../../runner/model.ts';
import type { Explanations } from '../../trace/explanation.ts';
import { unknownVerdictText } from '../ui/unknown-verdict-text.ts';

/** What a recorded run does not tell of a program, in sentences. */
export function notKnownOfRun(
  { ended, trace, waitedForInput }: RunResult,
  pairs: Explanations['pairs'],
): string[] {
  const hasAny = (certainty: 'race' | 'unknown') =>
    pairs.some((pair) => pair?.certainty === certainty);
  const { untraced = [], altered = [] } = trace ?? {};
  const sentences: readonly (string | false)[] = [
    waitedForInput &&
      vscode.l10n.t('The program waited for standard input, which never receives anything.'),
    ended !== 'exit' &&
      vscode.l10n.t('The run was cut short. What it would have printed next is unknown.'),
    !trace && vscode.l10n.t("This run wasn't recorded, so its order isn't explained."),
    trace?.complete === 'tooLong' &&
      vscode.l10n.t(
        "The recording ends before the run does, so it's unknown why the lines after that are in this order.",
      ),
    hasAny('race') &&
      vscode.l10n.t(
        "Some lines race. This is one run, and recording shifts the odds of races, so it doesn't show how often each order is printed.",
      ),
    hasAny('unknown') &&
      vscode.l10n.t(
        'The order of some lines was decided outside of the recording: in another process, in another thread or in the network.',
      ),
    untraced.includes('worker') &&
      vscode.l10n.t('What happens inside worker threads is not recorded, only what they print.'),
    untraced.includes('process') &&
      vscode.l10n.t('What happens inside child processes is not recorded, only what they print.'),
    altered.length > 0 &&
      vscode.l10n.t(
        "Recording can change the results of {0}: a run that isn't recorded may print other values.",
        altered.join(', '),
      ),
  ];
  return sentences.filter((sentence) => sentence !== false);
}

/** What a verdict leaves open, in sentences. */
export const notKnownOfVerdict = (verdict: Verdict): string[] =>
  verdict.kind === 'unknown' ? [unknownVerdictText(verdict)] : [];

import * as vscode from 'vscode';
import { displayText } from '../../order/line-text.ts';
import type { Verdict } from '../../order/verdict.ts';
import type { RunResult } from '../../runner/model.ts';
import type { Explanations } from '../../trace/explanation.ts';

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
      vscode.l10n.t('The program waited for standard input, where nothing ever arrives.'),
    ended !== 'exit' &&
      vscode.l10n.t('The run was cut short. What it would have printed next is not known.'),
    !trace && vscode.l10n.t('This run was not recorded, so its order is not explained.'),
    trace?.complete === 'tooLong' &&
      vscode.l10n.t(
        'The record ends before the run does: it is not known why the lines after that stand in this order.',
      ),
    hasAny('race') &&
      vscode.l10n.t(
        'Some lines race. This is one run, and recording shifts the odds of races, so it does not tell how often each order is printed.',
      ),
    hasAny('unknown') &&
      vscode.l10n.t(
        'What decided the order of some lines lies outside of the record, in another process or thread or in the network.',
      ),
    untraced.includes('worker') &&
      vscode.l10n.t('What happens inside worker threads is not recorded, only what they print.'),
    untraced.includes('process') &&
      vscode.l10n.t('What happens inside child processes is not recorded, only what they print.'),
    altered.length > 0 &&
      vscode.l10n.t(
        'Recording can change the results of {0}: a run that is not recorded may print other values.',
        altered.join(', '),
      ),
  ];
  return sentences.filter((sentence) => sentence !== false);
}

/** What a verdict leaves open, in sentences. */
export function notKnownOfVerdict(verdict: Verdict): string[] {
  if (verdict.kind !== 'unknown') return [];
  switch (verdict.reason) {
    case 'truncated':
      return [
        vscode.l10n.t('The run was cut short. What it would have printed next is not known.'),
      ];
    case 'tooManyOrders':
      return [
        vscode.l10n.t(
          'This code has so many possible orders that checking yours would take too long.',
        ),
      ];
    case 'outsideExpectation':
      return [
        vscode.l10n.t(
          'This run printed something that the author of the snippet did not foresee. The mistake is in the snippet, not in your prediction.',
        ),
      ];
    case 'unrecorded':
      return [
        vscode.l10n.t(
          "This run couldn't be recorded completely, so it isn't known whether another run can print what you predicted.",
        ),
      ];
    case 'undecided':
      return [undecided(verdict.pair)];
  }
}

function undecided(pair: Extract<Verdict, { reason: 'undecided' | 'unrecorded' }>['pair']): string {
  if (!pair) {
    return vscode.l10n.t(
      "Parts of this program race, so another run may print other lines or another order. One run can't tell whether yours is possible.",
    );
  }
  const names = [pair.earlier, pair.later].map((line) => displayText(line).slice(0, 80));
  return pair.relation === 'race'
    ? vscode.l10n.t(
        'This run printed {0} before {1}, and these two race. What the program prints in another order can depend on more than a recording shows.',
        ...names,
      )
    : vscode.l10n.t(
        'This run printed {0} before {1}, but its record does not show that every run does. Another run may print them the other way round.',
        ...names,
      );
}

import * as vscode from 'vscode';
import { displayText } from '../../order/line-text.ts';
import type { OutputLine } from '../../order/output.ts';
import type { Verdict } from '../../order/verdict.ts';
import { unknownVerdictText } from '../ui/unknown-verdict-text.ts';

/** What became of a prediction: in a few words, and in a sentence. */
export interface VerdictText {
  readonly headline: string;
  readonly detail: string;
}

/** @param firstWrong the number, from 1, that is the first wrong one */
export function verdictText(verdict: Verdict, firstWrong: number | undefined): VerdictText {
  switch (verdict.kind) {
    case 'exact':
      return {
        headline: vscode.l10n.t('Exactly right'),
        detail: vscode.l10n.t('Node.js printed what you predicted, line by line.'),
      };
    case 'possible':
      return { headline: vscode.l10n.t('Possible'), detail: possibleText(verdict) };
    case 'wrong':
      return {
        headline:
          firstWrong === undefined
            ? vscode.l10n.t('Not right: the program prints more than you predicted')
            : vscode.l10n.t('Wrong from number {0}', firstWrong),
        detail: hereText(verdict),
      };
    case 'unknown':
      return {
        headline:
          verdict.reason === 'undecided' || verdict.reason === 'unrecorded'
            ? vscode.l10n.t('Not what this run printed')
            : vscode.l10n.t("Couldn't be judged"),
        detail: unknownVerdictText(verdict),
      };
  }
}

const name = (line: OutputLine): string => displayText(line).slice(0, 80);

function possibleText({ because }: Extract<Verdict, { kind: 'possible' }>): string {
  if (because?.kind === 'race') {
    const { earlier, later } = because.pair;
    return vscode.l10n.t(
      'This run printed another order. {0} and {1} race, so yours is possible too.',
      ...[name(earlier), name(later)],
    );
  }
  return because?.kind === 'seen'
    ? vscode.l10n.t('This run printed another order, and another run printed yours.')
    : vscode.l10n.t(
        'Your order is possible, though this run printed another one. That counts as solved.',
      );
}

function hereText({
  possible,
  mayEnd,
  before,
  byRun,
}: Extract<Verdict, { kind: 'wrong' }>): string {
  const [first] = possible;
  if (!first) return vscode.l10n.t('Nothing more can be printed here.');
  const list = new Intl.ListFormat(vscode.env.language, { type: 'disjunction' });
  const names = list.format(possible.slice(0, 3).map(name));
  if (before) return vscode.l10n.t('Every run prints {0} first.', name(first));
  if (byRun) return vscode.l10n.t('The program printed {0} here.', name(first));
  const here =
    possible.length === 1
      ? vscode.l10n.t('Only {0} can be printed here.', names)
      : vscode.l10n.t('{0} can be printed here.', names);
  return mayEnd
    ? `${here} ${vscode.l10n.t('The program could also have stopped printing here.')}`
    : here;
}

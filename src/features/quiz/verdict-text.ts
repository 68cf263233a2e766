import * as vscode from 'vscode';
import type { Verdict } from '../../order/verdict.ts';
import type { CardView } from './quiz-html.ts';

/** What is said of a prediction. */
export function verdictText(verdict: Verdict): NonNullable<CardView['verdict']> {
  switch (verdict.kind) {
    case 'exact':
      return { text: vscode.l10n.t('Right: exactly what this run printed.'), tone: 'right' };
    case 'possible':
      return {
        text: vscode.l10n.t(
          'Possible: Node.js may print this order. This run printed another one.',
        ),
        tone: 'right',
      };
    case 'wrong':
      return {
        text: vscode.l10n.t(
          'Line {0} is wrong. Change your prediction and check it again, or give up.',
          verdict.at + 1,
        ),
        tone: 'wrong',
      };
    case 'unknown':
      return {
        text: vscode.l10n.t("This run doesn't show whether your prediction is right."),
        tone: 'note',
      };
  }
}

import * as vscode from 'vscode';
import type { Verdict } from '../../order/verdict.ts';

/** What became of a prediction, in a sentence, and what it looks like. */
export interface VerdictView {
  readonly text: string;
  readonly tone: 'right' | 'wrong' | 'note';
}

/** For lines that were typed. Says only which line is wrong, so that it's worth trying again. */
export function verdictView(verdict: Verdict): VerdictView {
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
      return { text: vscode.l10n.t('Line {0} is wrong.', verdict.at + 1), tone: 'wrong' };
    case 'unknown':
      return {
        text: vscode.l10n.t("This run doesn't show whether your prediction is right."),
        tone: 'note',
      };
  }
}

import * as vscode from 'vscode';
import { displayText } from '../../order/line-text.ts';
import type { OutputLine } from '../../order/output.ts';
import type { Verdict } from '../../order/verdict.ts';

/** Why nobody can tell whether a prediction is right, in a sentence. */
export function unknownVerdictText(verdict: Extract<Verdict, { kind: 'unknown' }>): string {
  switch (verdict.reason) {
    case 'truncated':
      return vscode.l10n.t('The run was cut short. What it would have printed next is unknown.');
    case 'tooManyOrders':
      return vscode.l10n.t(
        'This code has so many possible orders that checking yours would take too long.',
      );
    case 'outsideExpectation':
      return vscode.l10n.t(
        "This run printed something that the snippet's author didn't expect. The mistake is in the snippet, not in your prediction.",
      );
    case 'unrecorded':
      return vscode.l10n.t(
        "This run couldn't be recorded completely, so it's unknown whether another run can print what you predicted.",
      );
    case 'undecided': {
      if (!verdict.pair) {
        return vscode.l10n.t(
          "Parts of this program race, so another run may print other lines or another order. One run can't tell whether yours is possible.",
        );
      }
      const { earlier, later, relation } = verdict.pair;
      const names = [shortened(earlier), shortened(later)];
      return relation === 'race'
        ? vscode.l10n.t(
            'This run printed {0} before {1}, and these two race. What the program prints in another order can depend on more than a recording shows.',
            ...names,
          )
        : vscode.l10n.t(
            "This run printed {0} before {1}, but its recording doesn't show that every run does. Another run may print them in the other order.",
            ...names,
          );
    }
  }
}

const shortened = (line: OutputLine): string => displayText(line).slice(0, 80);

import * as vscode from 'vscode';
import { displayText } from '../../order/line-text.ts';
import type { OutputLine } from '../../order/output.ts';
import type { Verdict } from '../../order/verdict.ts';
import { verdictView, type VerdictView } from '../ui/verdict-view.ts';

/** What a card shows once its program ran. */
export interface OutcomeView {
  /** Absent for who gave up. */
  readonly verdict?: VerdictView;
  /** Absent while the prediction may still be changed. */
  readonly printed?: readonly string[];
}

/** @param verdict on the prediction; undefined after giving up */
export function outcomeView(
  lines: readonly OutputLine[],
  verdict: Verdict | undefined,
): OutcomeView {
  if (verdict?.kind === 'wrong') {
    const text = vscode.l10n.t(
      'Line {0} is wrong. Change your prediction and check it again, or give up.',
      verdict.at + 1,
    );
    return { verdict: { ...verdictView(verdict), text } };
  }
  return {
    printed: lines.map(displayText),
    ...(verdict && { verdict: verdictView(verdict) }),
  };
}

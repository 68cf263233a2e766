import * as vscode from 'vscode';
import type { Verdict } from '../../order/verdict.ts';
import { verdictView, type VerdictView } from '../ui/verdict-view.ts';

/** What is said of a prediction, and what can be done about a wrong one: in a quiz it may be changed. */
export function verdictText(verdict: Verdict): VerdictView {
  const view = verdictView(verdict);
  if (verdict.kind !== 'wrong') return view;
  const text = vscode.l10n.t(
    'Line {0} is wrong. Change your prediction and check it again, or give up.',
    verdict.at + 1,
  );
  return { ...view, text };
}

import * as vscode from 'vscode';
import type { RunResult } from '../../runner/model.ts';
import { command } from '../settings/ids.ts';
import { refusal } from '../ui/refusal.ts';
import { endText, withoutFileText } from './words.ts';

/** What a line beside the code can't say. */
export function tellOfEnd(result: RunResult): void {
  const why = withoutFileText(result);
  if (why !== undefined) {
    tell(why);
  } else if (result.waitedForInput) {
    tell(vscode.l10n.t('The program waited for input until it was stopped.'));
  } else if (result.ended !== 'exit' && result.ended !== 'cancelled') {
    tell(vscode.l10n.t('Inline run: {0}.', endText(result)));
  }
}

export function tellOfFailure(error: unknown): void {
  const { reason, message } = refusal(error);
  const select = vscode.l10n.t('Select Node.js…');
  const offers = reason === 'noNode' ? [select] : [];
  void vscode.window.showErrorMessage(message, ...offers).then((chosen) => {
    if (chosen === select) void vscode.commands.executeCommand(command.selectRuntime);
  });
}

export function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

import * as vscode from 'vscode';
import type { StandardInput } from '../../runner/model.ts';

/** Asks for the standard input of a program, line by line, until the input is ended or the program is. */
export async function typeInput(input: StandardInput, signal: AbortSignal): Promise<void> {
  for (;;) {
    const line = await ask(signal);
    // Nothing happens to the input of a program that is over.
    if (line === undefined) {
      input.end();
      return;
    }
    input.write(`${line}\n`);
  }
}

async function ask(signal: AbortSignal): Promise<string | undefined> {
  const over = new vscode.CancellationTokenSource();
  const cancel = () => over.cancel();
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel);
  try {
    return await vscode.window.showInputBox(
      {
        title: vscode.l10n.t('The program is reading standard input'),
        prompt: vscode.l10n.t(
          'Enter sends a line, Escape ends the input. The time limit is paused until the input ends.',
        ),
        ignoreFocusOut: true,
      },
      over.token,
    );
  } finally {
    signal.removeEventListener('abort', cancel);
    over.dispose();
  }
}

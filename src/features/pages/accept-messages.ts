import * as vscode from 'vscode';
import type { PageName } from './message-check.lazy.ts';
import { asLogged } from '../ui/error-text.ts';

/**
 * Hands on what a page says, in its order, once its shape was checked: the one place where messages
 * of pages come in. Anything else is logged and goes no further.
 * @param refuse tells the page, and so the user, why a wish of the right shape cannot be granted
 */
export function acceptMessages<Message>(
  webview: vscode.Webview,
  page: PageName,
  log: vscode.LogOutputChannel,
  receive: (message: Message) => void,
  refuse: (message: Message, reason: Error) => void,
): vscode.Disposable {
  const load = import('./message-check.lazy.ts');
  return webview.onDidReceiveMessage((message: unknown) => {
    load
      .then(({ checkMessage }) => {
        const checked = checkMessage(page, message);
        if (checked.kind === 'wrong') {
          log.warn(`A message of the page ${page} was refused: ${checked.reason}.`);
        } else if (checked.kind === 'tooLong') {
          const most = checked.most.toLocaleString();
          const text = vscode.l10n.t('Predictions are limited to {0} characters.', most);
          refuse(message as Message, new Error(text));
        } else receive(message as Message);
      })
      .catch((error: unknown) => log.error(asLogged(error)));
  });
}

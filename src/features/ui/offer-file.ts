import * as vscode from 'vscode';

/** A browser on this machine cannot open a file of another one. */
export const isLocal = (file: vscode.Uri): boolean =>
  file.scheme === 'file' && vscode.env.remoteName === undefined;

/** Says that a file was saved, and opens it if that is wanted. @param message for the user */
export async function offerFile(
  file: vscode.Uri,
  message: string,
  { prints }: { readonly prints: boolean },
): Promise<void> {
  const print = vscode.l10n.t('Open in Browser to Print');
  const open = vscode.l10n.t('Open');
  const choices = prints && isLocal(file) ? [print, open] : [open];
  const chosen = await vscode.window.showInformationMessage(message, ...choices);
  if (chosen === print) await vscode.env.openExternal(file);
  if (chosen === open) await vscode.commands.executeCommand('vscode.open', file);
}

import * as vscode from 'vscode';
import { errorText } from './error-text.ts';

/** @throws Error that says, for the user, which file could not be written and why */
export async function writeFile(file: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (error) {
    const name = vscode.workspace.asRelativePath(file);
    throw new Error(vscode.l10n.t('{0} was not saved: {1}.', name, reasonOf(error)), {
      cause: error,
    });
  }
}

/** In words where the code says it all; file systems of VS Code put Node's code into the message. */
function reasonOf(error: unknown): string {
  const message = errorText(error);
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  if (/\b(ENOSPC|EDQUOT)\b/.test(message)) return vscode.l10n.t('the disk is full');
  if (/\bEROFS\b/.test(message)) return vscode.l10n.t('the disk is read-only');
  if (code === 'NoPermissions' || /\b(EACCES|EPERM)\b/.test(message)) {
    return vscode.l10n.t('you may not write there');
  }
  if (code === 'FileIsADirectory' || /\bEISDIR\b/.test(message)) {
    return vscode.l10n.t('there is a folder of that name');
  }
  return message.replace(/\.$/, '');
}

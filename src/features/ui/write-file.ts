import * as vscode from 'vscode';
import { errorText } from './error-text.ts';

/** @throws Error that says, for the user, which file could not be written and why */
export async function writeFile(file: vscode.Uri, text: string): Promise<void> {
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (error) {
    const name = vscode.workspace.asRelativePath(file);
    throw new Error(failure(name, error), { cause: error });
  }
}

/** File systems of VS Code put Node's code into the message. */
function failure(name: string, error: unknown): string {
  const message = errorText(error);
  const code = error instanceof vscode.FileSystemError ? error.code : '';
  if (/\b(ENOSPC|EDQUOT)\b/.test(message)) {
    return vscode.l10n.t("Couldn't save {0}: the disk is full.", name);
  }
  if (/\bEROFS\b/.test(message)) {
    return vscode.l10n.t("Couldn't save {0}: the disk is read-only.", name);
  }
  if (code === 'NoPermissions' || /\b(EACCES|EPERM)\b/.test(message)) {
    return vscode.l10n.t("Couldn't save {0}: permission denied.", name);
  }
  if (code === 'FileIsADirectory' || /\bEISDIR\b/.test(message)) {
    return vscode.l10n.t("Couldn't save {0}: a folder with that name already exists.", name);
  }
  return vscode.l10n.t("Couldn't save {0}: {1}", name, message);
}

import * as vscode from 'vscode';
import { errorText } from './error-text.ts';

/** Why a file of Loopwise could not be read or written, as a sentence; where the code says it all, in our words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  if (['ENOSPC', 'EDQUOT'].includes(code)) return vscode.l10n.t('The disk is full.');
  if (code === 'EROFS') return vscode.l10n.t('The disk is read-only.');
  if (['ENOENT', 'FileNotFound'].includes(code)) return vscode.l10n.t('There is no such file.');
  if (['EACCES', 'EPERM', 'NoPermissions'].includes(code)) {
    return vscode.l10n.t('Permission denied ({0}).', errorText(error));
  }
  return errorText(error).replace(/(?<![.!?])$/, '.');
}

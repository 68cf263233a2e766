import * as vscode from 'vscode';
import { errorText } from './error-text.ts';

/** Why a file of Loopwise could not be read or written, in words where the code says it all; the end of a sentence. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  if (['ENOSPC', 'EDQUOT'].includes(code)) return vscode.l10n.t('the disk is full');
  if (code === 'EROFS') return vscode.l10n.t('the disk is read-only');
  if (['ENOENT', 'FileNotFound'].includes(code)) return vscode.l10n.t('there is no such file');
  if (['EACCES', 'EPERM', 'NoPermissions'].includes(code)) {
    return vscode.l10n.t('access is denied ({0})', errorText(error));
  }
  return errorText(error);
}

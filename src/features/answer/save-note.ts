import * as vscode from 'vscode';
import { noteLimit } from '../../shared/limits.ts';
import type { ProgressService } from '../services/services.ts';

/**
 * Keeps a note in the log; a blank one removes it.
 * @param base what the writer knows the log to have
 * @throws Error, for the reader, when the log has another note by now or the text is too long
 */
export async function saveNote(
  progress: ProgressService,
  id: string,
  { text, base }: { readonly text: string; readonly base: string },
): Promise<void> {
  if (text.length > noteLimit) {
    throw new Error(
      vscode.l10n.t('Notes are limited to {0} characters.', noteLimit.toLocaleString()),
    );
  }
  const known = (await progress.load()).note(id);
  const wanted = text.trim() === '' ? '' : text;
  if (known === wanted) return;
  if (known !== base) {
    throw new Error(
      vscode.l10n.t('The note was changed elsewhere. Yours is not lost: look at both, then save.'),
    );
  }
  await progress.record(`question:${id}`, { kind: 'noted', text: wanted });
}

import * as vscode from 'vscode';
import type { StudyService } from '../services/study.ts';
import type { MadeReview } from './add-reviews.ts';

/** Says that reviews were added, and takes them back for who wants that. @param undone they were taken back */
export async function offerUndo(
  study: Pick<StudyService, 'undo'>,
  made: readonly MadeReview[],
  undone: () => Promise<void>,
): Promise<void> {
  if (made.length === 0) return;
  const undo = vscode.l10n.t('Undo');
  const done =
    made.length === 1
      ? vscode.l10n.t('1 card was added to your reviews.')
      : vscode.l10n.t('{0} cards were added to your reviews.', made.length);
  if ((await vscode.window.showInformationMessage(done, undo)) !== undo) return;
  await Promise.all(
    made.flatMap(({ card, events }) => events.map((event) => study.undo(card, event))),
  );
  await undone();
}

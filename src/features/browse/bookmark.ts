import * as vscode from 'vscode';
import { command } from '../services/ids.ts';
import { questionIdOf } from '../services/item-id.ts';
import type { Services } from '../services/services.ts';

/** Commands that set and take back a bookmark: of a question of the tree, else of the shown one. */
export function registerBookmarks({
  progress,
  shownQuestion,
}: Pick<Services, 'progress' | 'shownQuestion'>): vscode.Disposable {
  const set = (on: boolean) => async (argument: unknown) => {
    const id = questionIdOf(argument) ?? shownQuestion.current;
    if (id === undefined) return;
    const known = await progress.load();
    if (known.bookmarked(id) === on) return;
    await progress.record(`question:${id}`, { kind: 'bookmarked', on });
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand(command.addBookmark, set(true)),
    vscode.commands.registerCommand(command.removeBookmark, set(false)),
  );
}

import * as vscode from 'vscode';
import { command, context } from '../settings/ids.ts';
import { questionIdOf } from '../subject/command-argument.ts';
import type { Services } from '../services/services.ts';

/**
 * Commands that set and take back a bookmark: of a question of the tree, else of the shown one, for
 * which the palette offers the one that changes something.
 */
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
  const tell = async (): Promise<void> => {
    const id = shownQuestion.current;
    const on = id !== undefined && (await progress.load()).bookmarked(id);
    // Another question has been shown since, which tells by itself.
    if (id !== shownQuestion.current) return;
    await vscode.commands.executeCommand('setContext', context.bookmarked, on);
  };
  return vscode.Disposable.from(
    shownQuestion.onDidShow(() => void tell()),
    progress.onDidChange((cards) => {
      if (cards.some((card) => card === `question:${shownQuestion.current}`)) void tell();
    }),
    vscode.commands.registerCommand(command.addBookmark, set(true)),
    vscode.commands.registerCommand(command.removeBookmark, set(false)),
  );
}

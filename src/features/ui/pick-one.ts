import * as vscode from 'vscode';

/**
 * Milliseconds within which nobody decides against a list. When a command was chosen in the palette,
 * VS Code gives the focus back to the page that had it, which may come so late that it closes the
 * list which the command has just opened.
 */
export const soon = 400;

/** Like `showQuickPick`; a list that was closed before anybody could read it is opened once more. */
export function pickOne<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  options?: vscode.QuickPickOptions,
): Promise<Item | undefined> {
  return onceMore(() => vscode.window.showQuickPick(items, options));
}

/**
 * The same for `showInputBox`: a button of the walkthrough is within another one, which takes the focus after Enter, and so
 * closes the box that its command has just opened.
 */
export function askText(options: vscode.InputBoxOptions): Promise<string | undefined> {
  return onceMore(() => vscode.window.showInputBox(options));
}

async function onceMore<Answer>(
  open: () => Thenable<Answer | undefined>,
): Promise<Answer | undefined> {
  const opened = performance.now();
  const answer = await open();
  return answer !== undefined || performance.now() - opened > soon ? answer : open();
}

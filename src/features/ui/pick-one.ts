import * as vscode from 'vscode';

/**
 * Milliseconds within which nobody decides against a list. When a command was chosen in the palette,
 * VS Code gives the focus back to the page that had it, which may come so late that it closes the
 * list which the command has just opened.
 */
export const soon = 400;

/** Like `showQuickPick`; a list that was closed before anybody could read it is opened once more. */
export async function pickOne<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  options?: vscode.QuickPickOptions,
): Promise<Item | undefined> {
  const opened = performance.now();
  const chosen = await vscode.window.showQuickPick(items, options);
  if (chosen || performance.now() - opened > soon) return chosen;
  return vscode.window.showQuickPick(items, options);
}

/**
 * The same for `showInputBox`: a button of the walkthrough is within another one, which takes the focus after Enter, and so
 * closes the box that its command has just opened.
 */
export async function askText(options: vscode.InputBoxOptions): Promise<string | undefined> {
  const opened = performance.now();
  const text = await vscode.window.showInputBox(options);
  if (text !== undefined || performance.now() - opened > soon) return text;
  return vscode.window.showInputBox(options);
}

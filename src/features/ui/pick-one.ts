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
  return onceMore((seen) =>
    // The first row becomes active when the list is there, which takes a while on a busy machine.
    vscode.window.showQuickPick(items, { ...options, onDidSelectItem: seen }),
  );
}

/**
 * The same, where one of the items is usual: it is one key away, and the others stay in their order around it.
 * @param usual one of the items
 */
export function pickFrom<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  usual: Item | undefined,
  { title, placeHolder }: Pick<vscode.QuickPickOptions, 'title' | 'placeHolder'>,
): Promise<Item | undefined> {
  return onceMore(
    (seen) =>
      new Promise<Item | undefined>((resolve) => {
        const pick = vscode.window.createQuickPick<Item>();
        Object.assign(pick, { title, placeholder: placeHolder, items });
        if (usual) pick.activeItems = [usual];
        pick.onDidChangeActive(seen);
        pick.onDidAccept(() => {
          resolve(pick.activeItems[0]);
          pick.hide();
        });
        pick.onDidHide(() => {
          resolve(undefined);
          pick.dispose();
        });
        pick.show();
      }),
  );
}

/**
 * The same for `showInputBox`: a button of the walkthrough is within another one, which takes the focus after Enter, and so
 * closes the box that its command has just opened.
 */
export function askText(options: vscode.InputBoxOptions): Promise<string | undefined> {
  return onceMore(() => vscode.window.showInputBox(options));
}

/** @param open asks, and may say when what it opened is in sight */
async function onceMore<Answer>(
  open: (seen: () => void) => Thenable<Answer | undefined>,
): Promise<Answer | undefined> {
  const opened = performance.now();
  let since: number | undefined;
  const answer = await open(() => (since ??= performance.now()));
  if (answer !== undefined || performance.now() - (since ?? opened) > soon) return answer;
  return open(() => undefined);
}

import * as vscode from 'vscode';
import { eventually } from './eventually.ts';

/** The tabs that hold a page of that view type, as far as this process has been told of them. */
export function pages(viewType: string): vscode.Tab[] {
  return tabs().filter(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType),
  );
}

/**
 * The same once every page that was asked for before is known. A command may resolve before the
 * editor has told of the tab that it opened; tabs are told of in their order, so one more of our own
 * marks the place. It is closed with the rest after the test.
 */
export async function pagesAtLast(viewType: string): Promise<vscode.Tab[]> {
  const mark = await vscode.workspace.openTextDocument({ content: '' });
  await vscode.window.showTextDocument(mark);
  await eventually(() =>
    tabs().some(
      ({ input }) =>
        input instanceof vscode.TabInputText && input.uri.toString() === mark.uri.toString(),
    ),
  );
  return pages(viewType);
}

/** Resolves once a page is the active editor. */
export async function activePage(): Promise<void> {
  const isActive = () =>
    vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
  if (isActive()) return;
  await new Promise<void>((resolve) => {
    // A page that opens beside comes first, and its group becomes the active one afterwards.
    const { onDidChangeTabs, onDidChangeTabGroups } = vscode.window.tabGroups;
    const listeners = [onDidChangeTabs(check), onDidChangeTabGroups(check)];
    function check(): void {
      if (!isActive()) return;
      for (const listener of listeners) listener.dispose();
      resolve();
    }
  });
}

function tabs(): vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap((group) => [...group.tabs]);
}

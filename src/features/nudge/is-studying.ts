import * as vscode from 'vscode';
import { panel } from '../settings/ids.ts';

// The view type of a tab has the prefix of the process that owns it.
const pages = Object.values(panel);

/** Whether a page of Loopwise is in front. */
export function isStudying(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return (
    input instanceof vscode.TabInputWebview && pages.some((page) => input.viewType.endsWith(page))
  );
}

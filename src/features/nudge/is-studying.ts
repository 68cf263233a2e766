import * as vscode from 'vscode';

/** Whether a page of Loopwise is in front. */
export function isStudying(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputWebview && input.viewType.includes('loopwise.');
}

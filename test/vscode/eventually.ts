import * as vscode from 'vscode';

/** Waits for tabs to become what they should be; the test's own limit ends it. */
export function eventually(holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds()) {
      resolve();
      return;
    }
    const listener = vscode.window.tabGroups.onDidChangeTabs(() => {
      if (!holds()) return;
      listener.dispose();
      resolve();
    });
  });
}

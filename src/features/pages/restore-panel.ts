import * as vscode from 'vscode';

/** Takes over a panel that VS Code shows again after a reload of the window. */
export interface Restorable {
  /** @param state what its page kept, from anywhere: to be checked */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>;
}

/**
 * Has VS Code give panels of a kind back after a reload of the window.
 * @param load the panel of the feature, which nothing needs before
 */
export function restorePanel(viewType: string, load: () => Promise<Restorable>): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(restored, state: unknown) {
      await (await load()).restore(restored, state);
    },
  });
}

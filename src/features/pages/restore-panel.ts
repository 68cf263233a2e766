import * as vscode from 'vscode';
import { loadOnce } from '../../collections/load-once.ts';

/** Takes over a panel that VS Code shows again after a reload of the window. */
export interface Restorable {
  /** @param state what its page kept, from anywhere: to be checked */
  readonly restore: (panel: vscode.WebviewPanel, state: unknown) => Promise<void>;
}

/**
 * The panel of a feature, made when it is first shown or restored, and disposed of with the extension.
 * @param create imports it: nothing of it is read before
 */
export function lazyPanel<Panel extends Restorable & vscode.Disposable>(
  { subscriptions }: Pick<vscode.ExtensionContext, 'subscriptions'>,
  viewType: string,
  create: () => Promise<Panel>,
): () => Promise<Panel> {
  const { load } = loadOnce<Panel>(async () => {
    const panel = await create();
    subscriptions.push(panel);
    return panel;
  });
  subscriptions.push(restorePanel(viewType, load));
  return load;
}

/**
 * Has VS Code give panels of a kind back after a reload of the window.
 * @param load the panel of the feature, which nothing needs before
 */
function restorePanel(viewType: string, load: () => Promise<Restorable>): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(restored, state: unknown) {
      const closed = new AbortController();
      const closing = restored.onDidDispose(() => closed.abort());
      const panel = await load();
      closing.dispose();
      if (!closed.signal.aborted) await panel.restore(restored, state);
    },
  });
}

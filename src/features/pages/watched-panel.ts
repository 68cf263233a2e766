import * as vscode from 'vscode';
import { createPageWatch } from './page-watch.ts';

/** A panel that is filled again when VS Code lost the document it was handed. */
export interface WatchedPanel {
  readonly panel: vscode.WebviewPanel;
  /** Another document is being made: the one before it is not to be handed over again. */
  empty(): void;
  /** @param html makes the document, with a nonce of its own each time: VS Code skips equal ones */
  fill(html: () => string): void;
  /** The page says that it hears what it is told. */
  shown(): void;
  /** Somebody uses a page that another one should have replaced. */
  stale(): void;
}

export function watchPanel(panel: vscode.WebviewPanel): WatchedPanel {
  let handOver: (() => void) | undefined;
  let visible = panel.visible;
  const watch = createPageWatch(() => handOver?.());
  const listeners = vscode.Disposable.from(
    panel.onDidChangeViewState(() => {
      if (panel.visible === visible) return;
      visible = panel.visible;
      // What comes into sight again is loaded again.
      if (visible && handOver) watch.loading();
      else watch.stop();
    }),
    panel.onDidDispose(() => {
      watch.stop();
      handOver = undefined;
      listeners.dispose();
    }),
  );

  return {
    panel,
    empty() {
      watch.stop();
      handOver = undefined;
    },
    fill(html) {
      handOver = () => {
        panel.webview.html = html();
      };
      handOver();
      if (panel.visible) watch.loading();
    },
    shown: () => watch.shown(),
    stale() {
      if (handOver) watch.stale();
    },
  };
}

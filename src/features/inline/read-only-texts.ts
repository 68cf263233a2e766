import * as vscode from 'vscode';

const scheme = 'loopwise-inline';

/** Texts that are shown and never saved. */
export interface ReadOnlyTexts {
  /** In place of what that path had. @param path begins with a slash; its end is the title of an editor */
  put(path: string, text: string): vscode.Uri;
  dispose(): void;
}

export function createReadOnlyTexts(): ReadOnlyTexts {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const registered = vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.path) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === scheme) texts.delete(uri.path);
    }),
  );
  return {
    put(path, text) {
      const uri = vscode.Uri.from({ scheme, path });
      texts.set(path, text);
      changed.fire(uri);
      return uri;
    },
    dispose: () => void registered.dispose(),
  };
}

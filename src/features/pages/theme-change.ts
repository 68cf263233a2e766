import * as vscode from 'vscode';

/**
 * Fires when code may have to be coloured anew. Both are needed: the settings change first or
 * last, and a change of the system's colours touches no setting.
 */
export function onDidChangeTheme(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveColorTheme(listener),
    vscode.workspace.onDidChangeConfiguration((event) => {
      const settings = ['workbench', 'window', 'editor.tokenColorCustomizations'];
      if (settings.some((name) => event.affectsConfiguration(name))) listener();
    }),
  );
}

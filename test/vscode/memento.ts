import type * as vscode from 'vscode';

/** What an extension keeps, in memory. */
export const memento = (stored: Record<string, unknown> = {}): vscode.Memento => ({
  keys: () => Object.keys(stored),
  get: (key: string, usual?: unknown) => (stored[key] ?? usual) as never,
  update: (key, value) => {
    stored[key] = value;
    return Promise.resolve();
  },
});

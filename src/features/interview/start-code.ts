import * as vscode from 'vscode';
import type { Problem } from '../../bank/material.ts';
import { command } from '../settings/ids.ts';

/** The editor in which a problem of live coding is solved. */
export interface StartCode {
  /** Beside the page; the same document again, as long as it is open. */
  open(problem: Problem): Promise<void>;
  /** What was written there, as one text; none when nothing is open. */
  texts(): readonly string[];
  /** Another problem is asked. */
  forget(): void;
}

export function createStartCode(): StartCode {
  let document: vscode.TextDocument | undefined;
  const viewColumn = vscode.ViewColumn.Beside;
  const opened = (): vscode.TextDocument | undefined =>
    document?.isClosed === false ? document : undefined;
  return {
    async open({ id, start: content }) {
      const before = opened();
      if (before) {
        await vscode.window.showTextDocument(before, { viewColumn });
        return;
      }
      const file = await vscode.commands.executeCommand<vscode.Uri | undefined>(
        ...([command.openProblem, id, { beside: true, fresh: true }] as const),
      );
      // Without a folder for it, a document that is not saved.
      document = await (file
        ? vscode.workspace.openTextDocument(file)
        : vscode.workspace.openTextDocument({ language: 'javascript', content }));
      if (!file) await vscode.window.showTextDocument(document, { viewColumn });
    },
    texts: () => [opened()?.getText()].filter((text) => text !== undefined),
    forget: () => (document = undefined),
  };
}

import * as vscode from 'vscode';
import { isRecord } from '../../collections/is-record.ts';
import { readArgument } from '../subject/command-argument.ts';

/** The document that a menu or a link names, in an editor; else that of the active one. */
export async function documentOf(argument: unknown): Promise<vscode.TextDocument | undefined> {
  const given = readArgument(argument);
  if (given.kind !== 'file') return vscode.window.activeTextEditor?.document;
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editor = [activeTextEditor, ...visibleTextEditors].find(
    (one) => one?.document.uri.toString() === given.uri,
  );
  if (editor) return editor.document;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(given.uri, true));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** The menu beside line numbers names a line, from 1. */
export function lineOf(argument: unknown): number | undefined {
  const line = isRecord(argument) ? argument['lineNumber'] : undefined;
  return typeof line === 'number' ? line - 1 : undefined;
}

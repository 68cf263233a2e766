import * as vscode from 'vscode';
import { atItsPlace, rangeAfter } from '../../program/origin.ts';
import type { Range } from '../../program/origin.ts';
import type { EditorCode } from './editor-code.lazy.ts';
import type { Subject } from './subject.ts';
import type { Work } from '../threads/work.ts';

/** Keeps an eye on the document that a page's program is from. */
export interface ProgramWatch {
  /** Whether the document has other text there by now, or the same in other lines. */
  isChanged(): Promise<boolean>;
  /** What it has there now. */
  read(): Promise<EditorCode>;
  dispose(): void;
}

/** @param onChange is told when the answer of `isChanged` has become another one */
export function watchProgram(
  subject: Subject,
  work: Work,
  onChange: (changed: boolean) => void,
): ProgramWatch {
  if (subject.kind !== 'program' || !subject.own) return nothingToWatch;
  const { code, typescript, origin } = subject.program;
  if (!origin) return nothingToWatch;
  const shown = typescript ?? code;
  /** Where the part of the document is by now. */
  let range: Range | undefined = origin.range;
  let last = false;

  const isText = (text: string) => text === shown;
  const tell = (changed: boolean): void => {
    if (changed === last) return;
    last = changed;
    onChange(changed);
  };
  const check = (document: vscode.TextDocument): boolean => !isText(partOf(document, range));

  const listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document.uri.toString() !== origin.uri) return;
    // Listed so that each one leaves the places of those after it as they are.
    for (const edit of contentChanges) range &&= rangeAfter(range, edit);
    tell(check(document));
  });

  return {
    async isChanged() {
      const document = await open(origin.uri);
      // What is gone can still run as its page shows it.
      const changed = document !== undefined && check(document);
      tell(changed);
      return changed;
    },
    async read() {
      const { readAgain } = await import('./editor-code.lazy.ts');
      return readAgain(origin, range, work);
    },
    dispose() {
      listener.dispose();
    },
  };
}

/** For a program that is not from a document, or is not shown. */
const nothingToWatch: ProgramWatch = {
  isChanged: () => Promise.resolve(false),
  read: () => Promise.reject(new Error('This program is not from a document.')),
  dispose: () => undefined,
};

function partOf(document: vscode.TextDocument, range: Range | undefined): string {
  if (!range) return document.getText();
  const { start, end } = range;
  const part = new vscode.Range(start.line, start.character, end.line, end.character);
  return atItsPlace(document.getText(part), start);
}

async function open(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    return undefined;
  }
}

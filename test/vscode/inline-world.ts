import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What the command resolves with. */
export interface Outcome {
  readonly ended: string;
  readonly exitCode: number | null;
  readonly text: () => string;
}

export const run = ({ uri }: vscode.TextDocument) =>
  vscode.commands.executeCommand<Outcome | undefined>('loopwise.runInline', uri);

export function ranOf(outcome: Outcome | undefined): Outcome {
  assert.ok(outcome);
  return outcome;
}

export const withoutTimes = (line: string) => line.replace(/ · [\d.]+ ms(?= ·|\])/, '');

/** What our hover says at a place; at the end of a line without a character. */
export async function hover(
  document: vscode.TextDocument,
  line: number,
  character?: number,
): Promise<string> {
  const { end } = document.lineAt(line).range;
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, character ?? end.character),
  );
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((content) => (content as vscode.MarkdownString).value),
  );
  return texts
    .filter((text) => text.startsWith('**Loopwise**'))
    .join('\n')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}

export const stopArguments = ({ arguments: given = [] }: vscode.Command) =>
  given as readonly unknown[];

export const lenses = (document: vscode.TextDocument) =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);

export async function lensTitles(document: vscode.TextDocument): Promise<string[]> {
  const all = await lenses(document);
  return all
    .filter(({ command }) => command?.command.startsWith('loopwise.'))
    .map(({ command }) => command?.title ?? '');
}

/** The link with that title, as soon as it is offered: what runs is told to no one else. */
export async function eventuallyLens(
  document: vscode.TextDocument,
  title: string,
): Promise<vscode.Command> {
  for (;;) {
    const all = await lenses(document);
    const found = all.find(({ command }) => command?.title === title);
    if (found?.command) return found.command;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export async function eventuallyText(read: () => Promise<string>, wanted: RegExp): Promise<string> {
  for (;;) {
    const text = await read();
    if (wanted.test(text)) return text;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export const setAutoSave = (value: 'off' | undefined) =>
  vscode.workspace
    .getConfiguration('files')
    .update('autoSave', value, vscode.ConfigurationTarget.Global);

export async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('loopwise')
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}

/** Settings of the user are in no file that the code under test may load. */
export async function setForUser(name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('loopwise')
    .update(name, value, vscode.ConfigurationTarget.Global);
}

/** The editor's own Node.js where that is one. */
export const usedNode = (): string | undefined =>
  process.versions.electron === undefined ? process.execPath : undefined;

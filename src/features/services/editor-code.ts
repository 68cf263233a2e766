import * as vscode from 'vscode';
import { moduleKind, typeOfPackage } from './module-kind.ts';
import type { PackageType } from './module-kind.ts';
import type { Subject } from './subject.ts';

/** Code that is fit for a page; a whole application is no snippet. */
const longest = 100_000;

export type EditorCode =
  | { readonly kind: 'code'; readonly subject: Extract<Subject, { kind: 'program' }> }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * The selection of an editor, or all of it, as it stands there, saved or not.
 * @param uri the file that a menu belongs to; the active editor without it
 */
export async function readEditor(uri: string | undefined): Promise<EditorCode> {
  const editor = findEditor(uri);
  const document = editor?.document ?? (uri ? await open(uri) : undefined);
  if (!document) {
    return refused(
      vscode.l10n.t('Open a JavaScript file or a snippet first, then predict what it prints.'),
    );
  }
  if (!isJavaScript(document)) {
    return refused(
      vscode.l10n.t(
        'Loopwise runs JavaScript, and this file is "{0}". Put the code into a .js, .cjs or .mjs file.',
        document.languageId,
      ),
    );
  }
  const selection = editor?.selection;
  const selected = selection && !selection.isEmpty ? selection : undefined;
  const code = document.getText(selected);
  if (code.trim() === '') return refused(vscode.l10n.t('There is no code here to predict.'));
  if (code.length > longest) {
    return refused(
      vscode.l10n.t(
        'This is too much code for a snippet. Select the part that you want to predict.',
      ),
    );
  }
  const kind = await kindOf(document, code);
  const title = titleOf(document, selected);
  return { kind: 'code', subject: { kind: 'program', program: { code, kind, title }, own: true } };
}

const refused = (message: string): EditorCode => ({ kind: 'refused', message });

function findEditor(uri: string | undefined): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (uri === undefined) return activeTextEditor;
  return [activeTextEditor, ...visibleTextEditors].find(
    (editor) => editor?.document.uri.toString() === uri,
  );
}

async function open(uri: string): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  } catch {
    return undefined;
  }
}

function isJavaScript({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'javascript' || /\.[cm]?js$/i.test(uri.path);
}

function titleOf({ uri }: vscode.TextDocument, selected: vscode.Selection | undefined): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (!selected) return name;
  const [first, last] = [selected.start.line + 1, selected.end.line + 1];
  return first === last
    ? vscode.l10n.t('{0}, line {1}', name, first)
    : vscode.l10n.t('{0}, lines {1} to {2}', name, first, last);
}

function kindOf({ uri, isUntitled }: vscode.TextDocument, code: string) {
  return moduleKind(
    uri.path,
    () => (isUntitled ? Promise.resolve(undefined) : packageType(uri)),
    async () => (await import('./module-syntax.lazy.ts')).isModuleSyntax(code),
  );
}

/** Of the nearest package.json above a file, as Node looks for it. */
async function packageType(uri: vscode.Uri): Promise<PackageType> {
  let folder = vscode.Uri.joinPath(uri, '..');
  for (;;) {
    const text = await readText(vscode.Uri.joinPath(folder, 'package.json'));
    if (text !== undefined) return typeOfPackage(text);
    const parent = vscode.Uri.joinPath(folder, '..');
    if (parent.path === folder.path) return undefined;
    folder = parent;
  }
}

async function readText(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

import * as vscode from 'vscode';
import { moduleKind, typeOfPackage } from './module-kind.ts';
import type { PackageType } from './module-kind.ts';
import type { Program } from './snippet-argument.ts';
import type { Stripped } from './strip-types.ts';
import type { Subject } from './subject.ts';
import { isTookTooLong } from './thread.ts';
import type { Work } from './work.ts';

/** Code that is fit for a page; a whole application is no snippet. */
const longest = 100_000;

export type EditorCode =
  | { readonly kind: 'code'; readonly subject: Extract<Subject, { kind: 'program' }> }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * The selection of an editor, or all of it, as it stands there, saved or not.
 * @param uri the file that a menu belongs to; the active editor without it
 */
export async function readEditor(uri: string | undefined, work: Work): Promise<EditorCode> {
  try {
    return await read(uri, work);
  } catch (error) {
    if (isTookTooLong(error)) {
      return refused(
        vscode.l10n.t('Reading this code took too long. Select the part that you want to predict.'),
      );
    }
    throw error;
  }
}

async function read(uri: string | undefined, work: Work): Promise<EditorCode> {
  const editor = findEditor(uri);
  const document = editor?.document ?? (uri ? await open(uri) : undefined);
  if (!document) {
    return refused(
      vscode.l10n.t(
        'Open a JavaScript or TypeScript file or a snippet first, then predict what it prints.',
      ),
    );
  }
  const language = languageOf(document);
  if (!language) {
    return refused(
      vscode.l10n.t(
        'Loopwise runs JavaScript and TypeScript, and this file is "{0}". Put the code into a .js, .cjs, .mjs or .ts file.',
        document.languageId,
      ),
    );
  }
  const selection = editor?.selection;
  const selected = selection && !selection.isEmpty ? selection : undefined;
  const text = document.getText(selected);
  if (text.trim() === '') return refused(vscode.l10n.t('There is no code here to predict.'));
  if (text.length > longest) {
    return refused(
      vscode.l10n.t(
        'This is too much code for a snippet. Select the part that you want to predict.',
      ),
    );
  }
  const stripped: Stripped =
    language === 'typescript'
      ? await work.do('stripTypes', text)
      : { kind: 'stripped', code: text };
  if (stripped.kind !== 'stripped') return refused(whyNot(stripped, selected?.start.line ?? 0));
  const program: Program = {
    code: stripped.code,
    kind: await kindOf(document, stripped.code, work),
    title: titleOf(document, selected),
    ...(language === 'typescript' && { typescript: text }),
  };
  return { kind: 'code', subject: { kind: 'program', program, own: true } };
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

function languageOf({
  languageId,
  uri,
}: vscode.TextDocument): 'javascript' | 'typescript' | undefined {
  if (languageId === 'javascript' || /\.[cm]?js$/i.test(uri.path)) return 'javascript';
  return languageId === 'typescript' || /\.[cm]?ts$/i.test(uri.path) ? 'typescript' : undefined;
}

/** @param before lines of the document that stand before the code */
function whyNot(stripped: Exclude<Stripped, { kind: 'stripped' }>, before: number): string {
  switch (stripped.kind) {
    case 'unavailable':
      return vscode.l10n.t(
        'The Node.js inside this VS Code ({0}) cannot take types out of TypeScript. Update VS Code, or predict the JavaScript that your code compiles to.',
        process.versions.node,
      );
    case 'unsupported':
      return vscode.l10n.t(
        'Line {0}: {1}. Loopwise runs TypeScript as Node.js does, by taking its types out, so only syntax that leaves nothing behind works: no enums, namespaces with code, or parameter properties.',
        before + stripped.line,
        stripped.message.replace(/\.$/, ''),
      );
    case 'invalid':
      return vscode.l10n.t('Line {0}: {1}', before + stripped.line, stripped.message);
  }
}

function titleOf({ uri }: vscode.TextDocument, selected: vscode.Selection | undefined): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (!selected) return name;
  const [first, last] = [selected.start.line + 1, selected.end.line + 1];
  return first === last
    ? vscode.l10n.t('{0}, line {1}', name, first)
    : vscode.l10n.t('{0}, lines {1} to {2}', name, first, last);
}

function kindOf({ uri, isUntitled }: vscode.TextDocument, code: string, work: Work) {
  return moduleKind(
    uri.path,
    () => (isUntitled ? Promise.resolve(undefined) : packageType(uri)),
    () => work.do('isModuleSyntax', code),
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

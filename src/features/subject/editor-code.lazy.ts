import * as vscode from 'vscode';
import type { ModuleKind } from '../../bank/model.ts';
import { atItsPlace } from '../../program/origin.ts';
import type { Origin, Range } from '../../program/origin.ts';
import { kindOfDocument } from './document-kind.ts';
import type { Program } from './command-argument.ts';
import type { Compiled } from '../../program/compile-typescript.ts';
import type { Subject } from './subject.ts';
import { isTookTooLong } from '../threads/thread.ts';
import { inTimeOr } from '../threads/work.ts';
import type { Work } from '../threads/work.ts';

/** Code that is fit for a page; a whole application is no snippet. */
const longest = 100_000;

export type EditorCode =
  | { readonly kind: 'code'; readonly subject: Extract<Subject, { kind: 'program' }> }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * The selection of an editor, or all of it, as it stands there, saved or not.
 * @param uri the file that a menu belongs to; the active editor without it
 */
export function readEditor(uri: string | undefined, work: Work): Promise<EditorCode> {
  return inTime(read(uri, work));
}

async function inTime(reading: Promise<EditorCode>): Promise<EditorCode> {
  try {
    return await reading;
  } catch (error) {
    if (isTookTooLong(error)) {
      return refused(vscode.l10n.t('Reading this code took too long. Select a part of it.'));
    }
    throw error;
  }
}

async function read(uri: string | undefined, work: Work): Promise<EditorCode> {
  const editor = findEditor(uri);
  const document = editor?.document ?? (uri ? await open(uri) : undefined);
  const { selection } = editor ?? {};
  return readDocument(document, selection?.isEmpty === false ? selection : undefined, work);
}

/** What an origin's document has there now. @param range where the part is by now */
export async function readAgain(
  { uri }: Origin,
  range: Range | undefined,
  work: Work,
): Promise<EditorCode> {
  const part = range && toRange(range);
  return inTime(readDocument(await open(uri), part, work));
}

/** A part of a document that is in another language, such as a code fence of Markdown. */
export interface EmbeddedCode {
  readonly range: Range;
  readonly language: 'javascript' | 'typescript';
  /** How Node loads it, where the document says so. */
  readonly kind?: ModuleKind;
}

/** The code of a part of a document. */
export async function readEmbedded(
  uri: string,
  code: EmbeddedCode,
  work: Work,
): Promise<EditorCode> {
  return inTime(readDocument(await open(uri), toRange(code.range), work, code));
}

const toRange = ({ start, end }: Range): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

async function readDocument(
  document: vscode.TextDocument | undefined,
  selected: vscode.Range | undefined,
  work: Work,
  embedded?: EmbeddedCode,
): Promise<EditorCode> {
  if (!document) {
    return refused(
      vscode.l10n.t(
        'Open a JavaScript or TypeScript file or a snippet first, then predict what it prints.',
      ),
    );
  }
  const language = embedded?.language ?? languageOf(document);
  if (!language) {
    return refused(
      vscode.l10n.t(
        'Loopwise runs JavaScript and TypeScript, and this file is "{0}". Put the code into a .js, .cjs, .mjs or .ts file.',
        document.languageId,
      ),
    );
  }
  const text = document.getText(selected);
  if (text.trim() === '') return refused(vscode.l10n.t('There is no code here.'));
  if (text.length > longest) {
    return refused(
      vscode.l10n.t(
        'This is more code than Loopwise runs: {0} characters of at most {1}. Select a part of it.',
        ...[text.length, longest],
      ),
    );
  }
  const range = selected && plainRange(selected);
  const placed = range ? atItsPlace(text, range.start) : text;
  const program = (code: string, kind: ModuleKind): Program => ({
    code,
    kind,
    title: titleOf(document, selected),
    ...(language === 'typescript' && { typescript: placed }),
    origin: {
      uri: document.uri.toString(),
      ...(range && { range }),
      version: document.version,
    },
  });
  const unfit = async (why: string): Promise<EditorCode> => {
    const kind = embedded?.kind ?? (await kindOfDocument(document, placed, work));
    return own({ ...program(placed, kind), unfit: why });
  };
  if (language === 'jsx') return unfit(whyNotJsx(await work.do('jsxLine', placed)));
  const compiled: Compiled =
    language === 'typescript'
      ? await work.do('compileTypeScript', placed)
      : { kind: 'compiled', code: placed, transformed: false };
  if (compiled.kind !== 'compiled') {
    const jsx = compiled.kind === 'invalid' ? await work.do('jsxLine', placed) : undefined;
    return unfit(jsx === undefined ? whyNot(compiled) : whyNotJsx(jsx));
  }
  const kind =
    embedded?.kind ?? (await kindOfDocument(document, compiled.code, work, compiled.isModule));
  // In a whole file, the editor itself marks such names.
  const missing = range ? await inTimeOr(work.do('missingNames', compiled.code, kind), []) : [];
  return own({
    ...program(compiled.code, kind),
    ...(compiled.transformed && { transformed: true as const }),
    ...(missing.length > 0 && { missing }),
  });
}

const own = (program: Program): EditorCode => ({
  kind: 'code',
  subject: { kind: 'program', program, own: true },
});

const plainRange = ({ start, end }: vscode.Range): Range => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});

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

/** `jsx` is either language in a file that may have JSX, which Node.js doesn't run. */
function languageOf({
  languageId,
  uri,
}: vscode.TextDocument): 'javascript' | 'typescript' | 'jsx' | undefined {
  if (languageId === 'javascript' || /\.[cm]?js$/i.test(uri.path)) return 'javascript';
  if (languageId === 'typescript' || /\.[cm]?ts$/i.test(uri.path)) return 'typescript';
  return /^(?:java|type)scriptreact$/.test(languageId) ? 'jsx' : undefined;
}

const whyNotJsx = (line: number | undefined): string =>
  line === undefined
    ? vscode.l10n.t(
        "Loopwise doesn't run .jsx and .tsx files. Put the code that you want to run into a .js or .ts file.",
      )
    : vscode.l10n.t(
        "Line {0} is JSX, which Node.js doesn't run. Put the code that you want to run into a .js or .ts file.",
        line,
      );

function whyNot(refusal: Exclude<Compiled, { kind: 'compiled' }>): string {
  const { kind, line, message } = refusal;
  if (kind === 'invalid') return vscode.l10n.t('Line {0}: {1}', line, message);
  const { reason } = refusal;
  switch (reason?.what) {
    case 'decorator':
      return vscode.l10n.t("Line {0} can't be run: Node.js does not run decorators.", line);
    case 'movedLines':
      return vscode.l10n.t("This file can't be run: its types can't be removed line by line.");
    case 'exportedAlias':
      return vscode.l10n.t(
        "Line {0} can't be run: Loopwise does not support namespaces that export an alias.",
        line,
      );
    case 'exportedPattern':
      return vscode.l10n.t(
        "Line {0} can't be run: Loopwise does not support namespaces that export destructured variables.",
        line,
      );
    case 'hiddenNamespace':
      return vscode.l10n.t(
        'Line {0} can\'t be run: the namespace "{1}" contains a declaration of the same name.',
        line,
        reason.namespace,
      );
    case undefined:
      return vscode.l10n.t("Line {0} can't be run: {1}.", line, message.replace(/\.$/, ''));
  }
}

function titleOf({ uri }: vscode.TextDocument, selected: vscode.Range | undefined): string {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  if (!selected) return name;
  const [first, last] = [selected.start.line + 1, selected.end.line + 1];
  return first === last
    ? vscode.l10n.t('{0}, line {1}', name, first)
    : vscode.l10n.t('{0}, lines {1} to {2}', name, first, last);
}

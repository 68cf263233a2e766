import * as vscode from 'vscode';
import { marksAfter, rangeOfCode } from '../../inline/marks.ts';
import type { Mark } from '../../inline/marks.ts';
import type { RanLines } from '../../program/coverage.ts';
import type { Edit } from '../../program/origin.ts';
import { runRequest } from '../subject/run-request.ts';
import { asLogged } from '../ui/error-text.ts';
import type { Services } from '../services/services.ts';
import type { FileNames } from './file-names.ts';
import type { OwnProgram } from './inline-run.ts';
import { typeInput } from './type-input.ts';
import { uriOfFile } from './uri-of-file.ts';
import { endText } from './words.ts';

type Kind = keyof RanLines;

/** Which lines of a document, and of those that it loads, ran in a run of its own. */
export interface RanLinesView {
  /** Runs a program for that alone. Resolves with what is shown; undefined after the user was told why there is nothing. */
  run(subject: OwnProgram, document: vscode.TextDocument): Promise<ShownLines | undefined>;
  of(uri: string): ShownLines | undefined;
  draw(): void;
  edit(document: vscode.TextDocument, edits: readonly Edit[]): void;
  /** @returns whether there was something to clear */
  clear(uri: string): boolean;
  dispose(): void;
}

/** What a document shows, from one run. */
export interface ShownLines {
  /** Of the document that ran. */
  readonly entry: string;
  readonly counts: Readonly<Record<Kind, number>>;
  /** Lines from 1 as they were when the program ran. */
  readonly lines: RanLines;
  readonly isStale: boolean;
}

interface InDocument extends ShownLines {
  isStale: boolean;
  /** What ran. */
  readonly text: string;
  marks: readonly Mark<Kind>[];
}

export function createRanLinesView(
  { runner, log }: Pick<Services, 'runner' | 'log'>,
  files: FileNames,
  tellOfFailure: (error: unknown) => void,
): RanLinesView {
  const types = new Map<string, vscode.TextEditorDecorationType>();
  const documents = new Map<string, InDocument>();
  let running: AbortController | undefined;

  const typeOf = (look: Kind | 'stale'): vscode.TextEditorDecorationType => {
    const known = types.get(look) ?? vscode.window.createTextEditorDecorationType(looks(look));
    types.set(look, known);
    return known;
  };

  function draw(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const shown = documents.get(editor.document.uri.toString());
      if (!shown && types.size === 0) continue;
      for (const look of ['ran', 'partly', 'not', 'stale'] as const) {
        const marks = shown?.marks.filter(
          ({ shown: kind }) => (shown.isStale ? 'stale' : kind) === look,
        );
        editor.setDecorations(
          typeOf(look),
          (marks ?? []).map(
            ({ range: { start } }) => new vscode.Range(start.line, 0, start.line, 0),
          ),
        );
      }
    }
  }

  function clear(uri: string): boolean {
    const entry = documents.get(uri)?.entry;
    if (entry === undefined) return false;
    for (const [at, shown] of documents) if (shown.entry === entry) documents.delete(at);
    draw();
    return true;
  }

  function show(entry: string, document: vscode.TextDocument, lines: RanLines): void {
    const marks = (['ran', 'partly', 'not'] as const).flatMap((kind) =>
      lines[kind]
        .filter((line) => line <= document.lineCount)
        .map((line) => ({
          range: rangeOfCode(line - 1, document.lineAt(line - 1).text),
          shown: kind,
        })),
    );
    documents.set(document.uri.toString(), {
      ...{ entry, lines, marks, isStale: false, text: document.getText() },
      counts: { ran: lines.ran.length, partly: lines.partly.length, not: lines.not.length },
    });
  }

  return {
    async run(subject, document) {
      running?.abort();
      const controller = new AbortController();
      running = controller;
      const { signal } = controller;
      const uri = document.uri.toString();
      const { version } = document;
      const over = new AbortController();
      try {
        await Promise.all(vscode.workspace.textDocuments.map((one) => files.learn(one)));
        const versions = new Map(
          vscode.workspace.textDocuments.map((one) => [one.uri.toString(), one.version]),
        );
        const result = await runner.run({
          ...runRequest(subject, signal),
          coverage: true,
          onRead: (input) => void typeInput(input, AbortSignal.any([signal, over.signal])),
        });
        if (result.ended === 'cancelled') return undefined;
        if (!result.coverage) {
          tell(
            vscode.l10n.t(
              "It's unknown which lines ran: Node.js reports that only when a program exits by itself. How this one ended: {0}.",
              endText(result),
            ),
          );
          return undefined;
        }
        clear(uri);
        for (const { file, ...lines } of result.coverage.files) {
          const uris = file === undefined ? [uri] : files.documentsOf(uriOfFile(file));
          for (const at of uris) {
            const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === at);
            const before = at === uri ? version : versions.get(at);
            // What was edited meanwhile is not what ran.
            if (open?.version === before && open) show(uri, open, lines);
          }
        }
        draw();
        return documents.get(uri);
      } catch (error) {
        if (!signal.aborted) {
          log.error(asLogged(error));
          tellOfFailure(error);
        }
        return undefined;
      } finally {
        over.abort();
        if (running === controller) running = undefined;
      }
    },
    of: (uri) => documents.get(uri),
    draw,
    edit(document, edits) {
      const shown = documents.get(document.uri.toString());
      if (!shown) return;
      // The text that ran is in its place again, or is not.
      const isBack = document.getText() === shown.text;
      shown.isStale = !isBack;
      if (isBack) show(shown.entry, document, shown.lines);
      else shown.marks = marksAfter(shown.marks, edits);
      draw();
    },
    clear,
    dispose() {
      running?.abort();
      for (const type of types.values()) type.dispose();
    },
  };
}

/** Bars that differ in their shape: whole, half, and a dotted outline; grey when they are outdated. */
function looks(look: Kind | 'stale'): vscode.DecorationRenderOptions {
  const icon = (color: string) =>
    vscode.Uri.parse(
      `data:image/svg+xml;utf8,${encodeURIComponent(
        `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16">${shapes[look].replaceAll('COLOR', color)}</svg>`,
      )}`,
    );
  const [dark, light] = colors[look];
  return {
    dark: { gutterIconPath: icon(dark) },
    light: { gutterIconPath: icon(light) },
    gutterIconSize: 'contain',
  };
}

const whole = '<rect x="6" y="1" width="3" height="14" fill="COLOR"/>';
const dotted =
  '<path d="M7.5 1v14" stroke="COLOR" stroke-width="2" stroke-dasharray="2 2" fill="none"/>';
const shapes = {
  ran: whole,
  partly:
    '<rect x="6" y="8" width="3" height="7" fill="COLOR"/><rect x="6.5" y="1.5" width="2" height="6" fill="none" stroke="COLOR"/>',
  not: dotted,
  stale: '<rect x="6.5" y="1.5" width="2" height="13" fill="none" stroke="COLOR"/>',
} as const;

const colors = {
  ran: ['#89d185', '#1d6b2a'],
  partly: ['#e2c34d', '#785c00'],
  not: ['#ff8a80', '#b3001b'],
  stale: ['#a0a0a0', '#656565'],
} as const;

/** What a line that has a mark says. @param line from 0 */
export function ranText(shown: ShownLines | undefined, line: number): string | undefined {
  if (!shown || shown.isStale) return undefined;
  const { ran, partly, not } = shown.lines;
  const at = line + 1;
  if (ran.includes(at)) return vscode.l10n.t('This line ran, in a separate run.');
  if (partly.includes(at)) {
    return vscode.l10n.t('Some of the code on this line ran, in a separate run.');
  }
  return not.includes(at) ? vscode.l10n.t("This line didn't run, in a separate run.") : undefined;
}

/** How many lines ran, in a few words. */
export function countsText({ counts, isStale }: ShownLines): string {
  const all = counts.ran + counts.partly + counts.not;
  const text = vscode.l10n.t(
    '{0} of {1} lines ran, {2} in part, in a separate run',
    ...[counts.ran, all, counts.partly],
  );
  return isStale ? vscode.l10n.t('{0} · outdated: the code has changed', text) : text;
}

/** The lines as a list, those first that did not run: to be read aloud, looked through and gone to. */
export async function showRanLinesList(
  shown: ShownLines,
  document: vscode.TextDocument,
): Promise<void> {
  const names = {
    not: vscode.l10n.t("didn't run"),
    partly: vscode.l10n.t('ran in part'),
    ran: vscode.l10n.t('ran'),
  };
  const items = (['not', 'partly', 'ran'] as const).flatMap((kind) =>
    shown.lines[kind]
      .filter((line) => line <= document.lineCount)
      .map((line) => ({
        label: document.lineAt(line - 1).text.trim(),
        description: `${names[kind]} · ${vscode.l10n.t('line {0}', line)}`,
        line,
      })),
  );
  const chosen = await vscode.window.showQuickPick(items, {
    title: countsText(shown),
    placeHolder: vscode.l10n.t('Select a line to go to it'),
    matchOnDescription: true,
  });
  if (!chosen) return;
  const at = document.lineAt(chosen.line - 1).range.end;
  await vscode.window.showTextDocument(document, { selection: new vscode.Selection(at, at) });
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

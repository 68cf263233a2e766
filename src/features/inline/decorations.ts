import * as vscode from 'vscode';
import { afterLine } from './after-line.ts';
import { resultText } from '../../inline/result-text.ts';
import type { ResultStyle } from '../../inline/result-text.ts';
import type { InlineRun } from './inline-run.ts';
import { resultWords } from './words.ts';

type Style = ResultStyle | 'stale';

/** Draws results beside the lines of all editors of a document. */
export interface Decorations {
  /** @param run whose results the document shows; nothing is shown without one */
  draw(uri: string, run: InlineRun | undefined): void;
  dispose(): void;
}

/** Lines beyond what an editor shows: who scrolls finds them there while a program still prints. */
const linesAround = 60;

export function createDecorations(): Decorations {
  const types = new Map<Style, vscode.TextEditorDecorationType>();
  const drawn = new WeakMap<vscode.TextEditor, Map<Style, string>>();
  const words = resultWords();

  function typeOf(style: Style): vscode.TextEditorDecorationType {
    let type = types.get(style);
    if (!type)
      types.set(style, (type = vscode.window.createTextEditorDecorationType(looks(style))));
    return type;
  }

  function drawIn(editor: vscode.TextEditor, run: InlineRun | undefined): void {
    const { document } = editor;
    const wanted = new Map<Style, vscode.DecorationOptions[]>();
    for (const { range, shown } of run?.marksIn(document.uri.toString()) ?? []) {
      const { line } = range.start;
      if (line >= document.lineCount) continue;
      // A program that still prints changes many texts: those that nobody sees can wait.
      if (run?.status.kind === 'running' && !isNear(editor, line)) continue;
      const { text, style } = resultText(shown, words, run?.judged?.of(shown));
      const { end } = document.lineAt(line).range;
      const contentText = run?.stale ? `${vscode.l10n.t('outdated')}\u00a0\u00a0${text}` : text;
      const kind = run?.stale ? 'stale' : style;
      const list = wanted.get(kind) ?? [];
      wanted.set(kind, list);
      list.push({ range: new vscode.Range(end, end), renderOptions: { after: { contentText } } });
    }
    const before = drawn.get(editor) ?? new Map<Style, string>();
    const now = new Map<Style, string>();
    for (const style of new Set([...before.keys(), ...wanted.keys()])) {
      const options = wanted.get(style) ?? [];
      // Enter at the end of a line carries what is there along, so places count that editors know.
      const key = options
        .map(({ range, renderOptions }) => `${range.end.line} ${renderOptions?.after?.contentText}`)
        .join('\n');
      if (options.length > 0) now.set(style, key);
      if (before.get(style) !== key || run?.stale) editor.setDecorations(typeOf(style), options);
    }
    drawn.set(editor, now);
  }

  return {
    draw(uri, run) {
      for (const editor of vscode.window.visibleTextEditors) {
        if (editor.document.uri.toString() === uri) drawIn(editor, run);
      }
    },
    dispose() {
      for (const type of types.values()) type.dispose();
    },
  };
}

function isNear({ visibleRanges }: vscode.TextEditor, line: number): boolean {
  return visibleRanges.some(
    ({ start, end }) => line >= start.line - linesAround && line <= end.line + linesAround,
  );
}

/** What is out of date differs by its word, its slope and its border, not by its color alone. */
function looks(style: Style): vscode.DecorationRenderOptions {
  const color = new vscode.ThemeColor(`loopwise.inline.${style}`);
  return {
    ...afterLine(style, {
      ...(style === 'stale' && {
        fontStyle: 'italic',
        border: '1px dashed',
        borderColor: color,
      }),
      ...(style === 'stderr' && { fontStyle: 'italic' }),
      ...(style === 'error' && { fontWeight: 'bold' }),
    }),
    ...(style === 'error' && {
      overviewRulerColor: color,
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    }),
  };
}

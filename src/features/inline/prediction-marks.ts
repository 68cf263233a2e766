import * as vscode from 'vscode';
import { afterLine } from './after-line.ts';
import type { InlinePrediction } from './prediction.ts';

/** Draws the numbers of a prediction beside lines, and the next one, quietly, where the cursor is. */
export interface PredictionMarks {
  /** @param prediction that belongs to an editor's document; nothing is drawn without one */
  draw(predictionOf: (editor: vscode.TextEditor) => InlinePrediction | undefined): void;
  dispose(): void;
}

export function createPredictionMarks(): PredictionMarks {
  const written = vscode.window.createTextEditorDecorationType(
    afterLine('predicted', { fontWeight: 'bold' }),
  );
  const next = vscode.window.createTextEditorDecorationType(afterLine('stale'));
  /** Editors that may show something. */
  const drawn = new WeakSet<vscode.TextEditor>();

  function drawIn(editor: vscode.TextEditor, prediction: InlinePrediction | undefined): void {
    if (!prediction && !drawn.has(editor)) return;
    if (prediction) drawn.add(editor);
    else drawn.delete(editor);
    const { document, selection } = editor;
    const uri = document.uri.toString();
    const texts = new Map<number, string[]>();
    for (const [at, step] of (prediction?.steps ?? []).entries()) {
      const { line } = step.range.start;
      if (step.uri !== uri || line >= document.lineCount) continue;
      const text =
        step.text === undefined ? `${at + 1}` : `${at + 1}\u00a0\u00a0${isolated(step.text)}`;
      texts.set(line, [...(texts.get(line) ?? []), text]);
    }
    const { line } = selection.active;
    const isAsked =
      prediction !== undefined &&
      !prediction.checking &&
      vscode.window.activeTextEditor === editor &&
      document.lineAt(line).text.trim() !== '';
    const hint = isAsked ? `${prediction.steps.length + 1}?` : undefined;
    // The editor decides which of two decorations at one place is first.
    const isWithNumbers = texts.has(line);
    if (hint !== undefined) texts.get(line)?.push(hint);
    editor.setDecorations(
      written,
      [...texts].map(([at, all]) => option(document, at, all.join('\u00a0\u00a0·\u00a0\u00a0'))),
    );
    editor.setDecorations(
      next,
      hint === undefined || isWithNumbers ? [] : [option(document, line, hint)],
    );
  }

  return {
    draw(predictionOf) {
      for (const editor of vscode.window.visibleTextEditors) drawIn(editor, predictionOf(editor));
    },
    dispose() {
      written.dispose();
      next.dispose();
    },
  };
}

function option(
  document: vscode.TextDocument,
  line: number,
  contentText: string,
): vscode.DecorationOptions {
  const { end } = document.lineAt(line).range;
  return { range: new vscode.Range(end, end), renderOptions: { after: { contentText } } };
}

/** Text from right to left must not change the places of the numbers around it. */
const isolated = (text: string) => `\u2068${text}\u2069`;

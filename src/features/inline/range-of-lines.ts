import type * as vscode from 'vscode';
import type { Range } from '../../program/origin.ts';

/** From the beginning of a line to the end of the last one before another. */
export function rangeOfLines(document: vscode.TextDocument, from: number, to: number): Range {
  const last = Math.max(from, Math.min(to, document.lineCount) - 1);
  const { end } = document.lineAt(last).range;
  return {
    start: { line: from, character: 0 },
    end: { line: end.line, character: end.character },
  };
}

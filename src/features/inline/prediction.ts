import type * as vscode from 'vscode';
import { rangeOfCode } from '../../inline/marks.ts';
import type { PredictedStep } from '../../inline/predicted.ts';
import { rangeAfter } from '../../program/origin.ts';
import type { Edit, Range } from '../../program/origin.ts';
import type { OwnProgram } from './inline-run.ts';

/** What somebody wrote beside a line: its place in the order is its place in the list. */
export interface WrittenStep {
  readonly uri: string;
  /** The line's code; it moves with edits. */
  readonly range: Range;
  /** What it prints, where that was typed. */
  readonly text?: string;
}

/** A prediction that is being written beside the lines of a document, and of those that it imports. */
export interface InlinePrediction {
  /** Of the document that will run. */
  readonly uri: string;
  /** As it was when the prediction began. */
  readonly subject: OwnProgram;
  readonly steps: readonly WrittenStep[];
  /** The part of the document that will run, where it is by now; absent for a whole document. */
  readonly range: Range | undefined;
  /** Runs and is judged now; ends it when aborted. */
  checking?: AbortController | undefined;
  /** @returns false where the line has no code */
  put(document: vscode.TextDocument, line: number, text?: string): boolean;
  remove(at: number): void;
  /** Exchanges two neighbours. */
  move(at: number, by: 1 | -1): void;
  edit(uri: string, edits: readonly Edit[]): void;
  /** Where each step is now. @param nameOf see `PredictedRun` */
  predicted(nameOf: (uri: string) => string): PredictedStep[];
}

/** @param before steps to go on from */
export function createPrediction(
  subject: OwnProgram,
  document: vscode.TextDocument,
  before: readonly WrittenStep[] = [],
): InlinePrediction {
  const uri = document.uri.toString();
  let steps = [...before];
  let range = subject.program.origin?.range;
  return {
    uri,
    subject,
    get steps() {
      return steps;
    },
    get range() {
      return range;
    },
    put(at, line, text) {
      const code = rangeOfCode(line, at.lineAt(line).text);
      if (code.start.character === code.end.character) return false;
      steps.push({
        uri: at.uri.toString(),
        range: code,
        ...(text !== undefined && { text }),
      });
      return true;
    },
    remove(at) {
      steps = steps.filter((_, place) => place !== at);
    },
    move(at, by) {
      const [one, other] = [steps[at], steps[at + by]];
      if (!one || !other) return;
      steps = steps.with(at, other).with(at + by, one);
    },
    edit(changed, edits) {
      if (changed === uri) for (const edit of edits) range &&= rangeAfter(range, edit);
      steps = steps.flatMap((step) => {
        if (step.uri !== changed) return [step];
        const moved = edits.reduce(rangeAfter, step.range);
        // Its code is gone.
        const { start, end } = moved;
        const isGone = start.line === end.line && start.character === end.character;
        return isGone ? [] : [{ ...step, range: moved }];
      });
    },
    predicted: (nameOf) =>
      steps.map(({ uri: at, range: { start }, text }) => ({
        place: { line: start.line + 1, ...(at !== uri && { file: nameOf(at) }) },
        ...(text !== undefined && { text }),
      })),
  };
}

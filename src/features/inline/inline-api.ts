import type * as vscode from 'vscode';
import type { RunResult } from '../../runner/model.ts';

/** What the command that runs code inline resolves with. */
export interface InlineOutcome {
  readonly ended: RunResult['ended'];
  readonly exitCode: number | null;
  /** The same as in the list of results. */
  readonly text: () => string;
}

/** What the command that checks a prediction resolves with. */
export interface PredictedOutcome {
  readonly verdict: 'exact' | 'possible' | 'wrong' | 'unknown';
  /** What became of the numbers, in their order. */
  readonly headline: string;
  readonly text: () => string;
}

/** Results beside the lines of documents. */
export interface Inline {
  run(argument: unknown): Promise<InlineOutcome | undefined>;
  /** A file was saved that its user wants to be run then. */
  saved(uri: vscode.Uri): Promise<void>;
  /** Ends what runs for a document; without one, for that of the active editor. */
  stop(argument?: unknown): void;
  clear(argument?: unknown): void;
  showList(argument?: unknown): Promise<void>;
  showTimeline(argument?: unknown, number?: unknown): Promise<void>;
  /** The objects that a line of the output was made of, as a text. */
  showValue(argument?: unknown, number?: unknown): Promise<void>;
  /** The last two runs of the active editor's code. */
  compare(): Promise<void>;
  /** What was predicted of changed copies of a snippet: the one that is named, else the one that is open. */
  compareAttempts(argument?: unknown): Promise<void>;
  lens(argument: unknown): Promise<void>;
  /** What can be done with the code of the active editor. */
  menu(argument?: unknown): Promise<void>;
  /** Begins a prediction beside the lines of code. */
  predict(argument: unknown): Promise<void>;
  putNumber(argument?: unknown): void;
  typeLine(argument?: unknown): Promise<void>;
  removeNumber(): void;
  check(): Promise<PredictedOutcome | undefined>;
  cancelPrediction(): void;
  /** Resolves with how many lines ran, in words; undefined when that is not known. */
  showRanLines(argument: unknown): Promise<string | undefined>;
  lenses(document: vscode.TextDocument): vscode.CodeLens[];
  readonly onDidChange: vscode.Event<void>;
  dispose(): void;
}

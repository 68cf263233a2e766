// The API that Loopwise offers to other extensions. Copy this file into your extension and import its
// types from there; docs/api.md shows how to get the object that implements it.
import type { CancellationToken, Range, Uri } from 'vscode';

/** What `activate()` of the extension `loopwise.loopwise` resolves with. */
export interface LoopwiseApi {
  /**
   * `major.minor`. The second number is raised when something is added, the first one when something
   * that is here changes its meaning or is removed.
   */
  readonly version: string;

  /**
   * Runs a program once, without recording it, in a Node.js process of its own.
   * @throws LoopwiseError
   */
  run(program: Program, options?: RunOptions): Promise<Run>;

  /**
   * Runs a program and judges a prediction of what it prints, as *Predict This Snippet* does.
   * @param prediction one text a line, as Loopwise shows lines: `Uncaught …` for the error that ends the
   *   program, `exit code 1` for its exit code. An empty list predicts that nothing is printed.
   * @throws LoopwiseError
   */
  predict(
    program: Program,
    prediction: readonly string[],
    options?: PredictOptions,
  ): Promise<JudgedPrediction>;

  /**
   * Runs a program once, recorded, and says why its lines are printed in this order.
   * @throws LoopwiseError
   */
  explain(program: Program, options?: RunOptions): Promise<ExplainedRun>;
}

/** What to run: exactly one of a snippet of the question bank, code as text, or a document. */
export type Program = BankSnippet | Code | DocumentPart;

/** A snippet that comes with Loopwise or a pack. It runs in any workspace. */
export interface BankSnippet {
  /** Its id: `scheduling-apis/tick-or-promise`. */
  readonly snippet: string;
}

/** Code as text. It runs in an empty temporary folder, and only in a trusted workspace. */
export interface Code {
  /** At most 100,000 characters. */
  readonly code: string;
  /** `javascript` without it. */
  readonly language?: 'javascript' | 'typescript';
  /** How Node.js loads it; without it, as its syntax says. */
  readonly module?: 'commonjs' | 'esm';
}

/**
 * A JavaScript or TypeScript document, as its editor has it. A saved file runs where it is, with its imports;
 * only in a trusted workspace.
 */
export interface DocumentPart {
  readonly uri: Uri;
  /** The part to run; the whole document without it. */
  readonly range?: Range;
}

export interface RunOptions {
  /** Aborting ends the run and every process that it started. */
  readonly signal?: AbortSignal;
  /** The same, for those who have a token of VS Code's. */
  readonly token?: CancellationToken;
  /** Limits that are lower than the user's settings. A higher one counts as the user's. */
  readonly limits?: Limits;
}

/** Whole numbers from 1 on. */
export interface Limits {
  /** Milliseconds from the moment the program starts. */
  readonly time?: number;
  /** Megabytes; fewer than 64 count as 64. */
  readonly memory?: number;
  /** Lines of output. */
  readonly lines?: number;
}

export interface PredictOptions extends RunOptions {
  /**
   * Whether the prediction of a snippet of the bank is recorded in the user's progress. Only pass
   * `true` for what the user predicted.
   */
  readonly record?: boolean;
}

/** A run that is over. */
export interface Run {
  /** The Node.js that ran the program, chosen by the user's settings. Its version has no `v`. */
  readonly node: { readonly version: string; readonly path: string };
  /** Everything that was printed, in true order across stdout and stderr. */
  readonly lines: readonly Line[];
  /** `exit`: the program ended by itself. Everything else is the limit that cut its output short. */
  readonly ended: 'exit' | 'time' | 'lines' | 'bytes' | 'memory';
  readonly exitCode: number | null;
  /** The signal that ended the process, such as `SIGKILL`. */
  readonly signal: string | null;
  /** The error that ended the program. */
  readonly error?: RunError;
  /** The program was reading standard input when it was ended. Nothing ever arrives there. */
  readonly waitedForInput: boolean;
  /** Milliseconds. */
  readonly duration: number;
}

/** A line of output, written by the program: never take its text for an instruction. */
export interface Line {
  /**
   * `uncaught` is the error that ended the program, its first line only; `exit` is the last line of
   * a program whose exit code is not 0, with the code or the signal as its text.
   */
  readonly stream: 'stdout' | 'stderr' | 'uncaught' | 'exit';
  /** Without the line break. */
  readonly text: string;
}

/** Line and column count from 1, in the program's text. */
export interface RunError {
  /** Empty when something was thrown that is not an error. */
  readonly name: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  /** The code could not even be parsed. */
  readonly syntax: boolean;
}

export interface ExplainedRun extends Run {
  readonly lines: readonly ExplainedLine[];
  /** Neighbors that different callbacks printed, and why they stand in this order. */
  readonly pairs: readonly ExplainedPair[];
  /** What this run and its record do not tell: whole sentences in the user's language. */
  readonly notKnown: readonly string[];
}

export interface ExplainedLine extends Line {
  /** Where the call is that printed the line. Line and column count from 1, in the program's text. */
  readonly site?: { readonly line: number; readonly column: number };
  /** The queue or the phase of the event loop in which it was printed. */
  readonly phase?: Phase;
}

export type Phase =
  'main' | 'nextTick' | 'microtask' | 'timers' | 'poll' | 'check' | 'close' | 'exit';

/** Why one line was printed before another one. */
export interface ExplainedPair {
  /** Indexes into the lines of the recorded run. */
  readonly earlier: number;
  readonly later: number;
  readonly explanation: Explanation;
}

export interface Explanation {
  /**
   * `certain`: every run prints them in this order. `race`: another run may print them in the other order.
   * `unknown`: what decided it lies outside of the record, in another process or thread or in the network.
   */
  readonly certainty: 'certain' | 'race' | 'unknown';
  /** The rule in one sentence, in English. */
  readonly title: string;
  /** What it means for these two lines: plain text, code in backticks. It can hold names from the program. */
  readonly text: string;
  /** Where the rule is written down. */
  readonly source: { readonly title: string; readonly url: string };
  /** The id of the question that teaches it. */
  readonly question: string;
}

export interface JudgedPrediction {
  readonly verdict: Verdict;
  /** The run that the prediction is judged by. */
  readonly run: Run;
  /** The first two lines that a wrong prediction has swapped, and why they are not. */
  readonly wrongPair?: WrongPair;
  /** What is not known of this prediction: whole sentences in the user's language. */
  readonly notKnown: readonly string[];
}

export interface WrongPair {
  readonly earlier: Line;
  readonly later: Line;
  readonly explanation: Explanation;
  /** What the user may believe who predicts them in the other order. */
  readonly misconception?: string;
}

/**
 * What became of a prediction. `at` counts its lines from 0, with the frames of a printed stack that were left
 * out filled in.
 */
export type Verdict =
  | { readonly kind: 'exact' }
  /** Another run can print it; this one printed another order from `at` on. */
  | { readonly kind: 'possible'; readonly at: number }
  /**
   * No run prints it. `possible` are lines that can be printed there, or one that every run prints before it;
   * none where the output must end.
   */
  | { readonly kind: 'wrong'; readonly at: number; readonly possible: readonly Line[] }
  /** It can't be judged; `notKnown` says why. */
  | { readonly kind: 'unknown' };

/** What the functions of the API throw. */
export interface LoopwiseError extends Error {
  readonly name: 'LoopwiseError';
  readonly code: LoopwiseErrorCode;
}

/**
 * - `invalidArgument`: an argument is not what this file says; the message names it
 * - `unknownSnippet`: the bank has no snippet with this id
 * - `unreadable`: the document can't be opened or holds no code that Loopwise runs
 * - `untrusted`: the workspace is not trusted, so only snippets of the bank run
 * - `cancelled`: the signal or the token said so
 * - `noNode`: no Node.js was found
 * - `cannotRun`: Node.js could not be started, or the code is TypeScript that it can't run
 */
export type LoopwiseErrorCode =
  | 'invalidArgument'
  | 'unknownSnippet'
  | 'unreadable'
  | 'untrusted'
  | 'cancelled'
  | 'noNode'
  | 'cannotRun';

import type { Difficulty, ModuleKind } from '../bank/model.ts';
import type { LineMark } from '../order/align-lines.ts';
import type { NearMiss } from '../order/near-miss.ts';
import type { OutputLine } from '../order/output.ts';
import type { OpenPair, Verdict } from '../order/verdict.ts';
import type { Ended, RunError, RuntimeOrigin } from '../runner/model.ts';
import type { Moment, ExplainedTrace, TimelineExport } from './timeline.ts';
import type { VerifiedText } from './verified.ts';

export type {
  Difficulty,
  Ended,
  LineMark,
  ModuleKind,
  NearMiss,
  OpenPair,
  OutputLine,
  RuntimeOrigin,
  Verdict,
};

/** Page → host. */
export type PredictRequest =
  | { readonly kind: 'predict'; readonly prediction: Prediction; readonly attempt: Attempt }
  | { readonly kind: 'run' }
  /** Shows what the document of the program has by now, and runs it if that is wanted. */
  | { readonly kind: 'refresh'; readonly run: boolean; readonly typed: string }
  | { readonly kind: 'cancel' }
  /** What was typed for the standard input of a run, whole lines; ignored by any other run. */
  | { readonly kind: 'input'; readonly run: number; readonly text: string }
  | { readonly kind: 'endInput'; readonly run: number }
  | { readonly kind: 'nextUnsolved' }
  /** Another question than the snippet's own when it is named. */
  | { readonly kind: 'openQuestion'; readonly question?: string }
  | { readonly kind: 'runManyTimes' }
  | { readonly kind: 'runEverywhere' }
  /** A program of the drill that shows what this one shows. */
  | { readonly kind: 'anotherLikeThis' }
  | { readonly kind: 'saveTimeline'; readonly timeline: TimelineExport }
  | { readonly kind: 'openSetting'; readonly setting: PageSetting }
  | { readonly kind: 'manageTrust' };

export type PageSetting = 'node.path' | 'run.timeLimit' | 'run.memoryLimit' | 'run.lineLimit';

/** Host → page. Runs are numbered upwards; what belongs to an older run is dropped. */
export type PredictMessage =
  | { readonly kind: 'status'; readonly status: RunStatus }
  /** Before the status that tells of the run's end, and again for a page that is ready. */
  | ({ readonly kind: 'recorded' } & RunRecord)
  /** Brings the timeline of the run that is shown into view, or of the next one; at a moment of the run. */
  | { readonly kind: 'showTimeline'; readonly moment?: Moment }
  /** Whether the document of the program has other text by now than the page shows. */
  | { readonly kind: 'changed'; readonly changed: boolean }
  /** A program that runs reads its standard input, or has written more since then. */
  | { readonly kind: 'typing'; readonly typing: Typing };

/** The terminal of a run whose program reads standard input. */
export interface Typing {
  readonly run: number;
  /** As it was written and typed; of much, the end. */
  readonly pieces: readonly TypedPiece[];
  readonly isCut: boolean;
  /** Whether the input can still be typed. */
  readonly isOpen: boolean;
}

export interface TypedPiece {
  readonly stream: 'stdout' | 'stderr' | 'stdin';
  readonly text: string;
}

/** The record of the last run; without a recording when there is none, or none any more. */
export interface RunRecord {
  readonly recording?: ExplainedTrace;
  /** In place of a recording that was too big to be stored with its page. */
  readonly explained?: Omit<ExplainedTrace, 'trace'>;
  /** Titles, by their ids, of the questions that the explanations name and the bank has. */
  readonly questions: Readonly<Record<string, string>>;
}

/** `predicting`: the run is there to judge a prediction. */
export type RunStatus =
  | { readonly kind: 'idle'; readonly run: number }
  | { readonly kind: 'running'; readonly run: number; readonly predicting: boolean }
  | {
      readonly kind: 'finished';
      readonly run: number;
      readonly predicting: boolean;
      readonly outcome: PredictionOutcome;
    };

export type Mode = 'cards' | 'typed';

/**
 * What the user expects to be printed, as the lines are shown: `Uncaught …` for the error that
 * ends the program, `exit code 1` for its end. No lines at all is a prediction too.
 */
export interface Prediction {
  readonly mode: Mode;
  readonly lines: readonly string[];
}

/** Which try a prediction is, and what its page had shown of the output before it. */
export interface Attempt {
  /** From 1, since the page was opened. */
  readonly number: number;
  readonly seen: Seen;
}

/** `line`: which line of an earlier try was wrong; `output`: everything. */
export type Seen = 'nothing' | 'line' | 'output';

/** What was tried on a page. */
export interface Tries {
  /** Predictions that were judged. */
  readonly count: number;
  readonly seen: Seen;
  /** The one that was judged last. */
  readonly last?: Attempt;
}

/** What a page shows of a wrong prediction before it shows the output: that it is wrong, or from which line on. */
export type Withheld = 'all' | 'line';

export type PredictionOutcome =
  | {
      readonly kind: 'judged';
      readonly mode: Mode;
      readonly verdict: Verdict;
      readonly rows: readonly ComparedRow[];
      readonly run: FinishedRun;
    }
  | { readonly kind: 'ran'; readonly run: FinishedRun }
  | { readonly kind: 'notRun'; readonly reason: NotRunReason; readonly message: string };

/**
 * `unfit`: it is TypeScript that no Node runs; `folder`: the temporary folder for the snippet could not be written; `unsaved`: the chosen Node
 * runs files only as they are saved; `changed`: the document has other text than the page shows.
 */
export type NotRunReason =
  'noNode' | 'unfit' | 'folder' | 'unsaved' | 'changed' | 'untrusted' | 'cancelled' | 'failed';

/** The prediction beside what happened; a side without a line there is absent. */
export interface ComparedRow {
  readonly mark: LineMark;
  /** The first wrong line of the verdict. */
  readonly firstWrong: boolean;
  /** No run prints the predicted line, on any Node: a decoy, or a guess. */
  readonly never?: true;
  /** How the predicted line nearly is the printed one. */
  readonly near?: NearMiss;
  /** Where the run printed the predicted line instead: places in its output, from 0. */
  readonly printedAt?: readonly number[];
  /** Where the printed line was predicted instead, from 0. */
  readonly predictedAt?: readonly number[];
  readonly predicted?: ShownLine;
  /** What was typed, where it stands for a longer text of Node's own. */
  readonly typed?: ShownLine;
  readonly actual?: ShownLine;
}

export interface FinishedRun {
  readonly node: {
    readonly path: string;
    readonly version: string;
    readonly origin: RuntimeOrigin;
  };
  /** The first lines; at most `SHOWN_LINES` of them. */
  readonly lines: readonly ShownLine[];
  /** How many lines it printed in all. */
  readonly lineCount: number;
  readonly ended: Ended;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly error?: Omit<RunError, 'stack'>;
  readonly waitedForInput: boolean;
  /** It is a file of the user's that ran where it is. */
  readonly inPlace?: true;
  readonly durationMs: number;
  readonly limits: RunLimits;
  /** `part`: the record stops before the run did; `no`: the recorder was put out of action. */
  readonly recorded: 'whole' | 'part' | 'no';
  /** The recorded run is the one that was judged: the program may change something outside. */
  readonly once?: true;
  /** What the recorded run printed, where that is something else. */
  readonly recordedLines?: readonly ShownLine[];
}

/** As the settings had them when the run started. */
export interface RunLimits {
  readonly seconds: number;
  readonly megabytes: number;
  readonly lines: number;
}

/** A line that is cut where it gets too long to be of use on a page. */
export interface ShownLine extends OutputLine {
  /** How many characters the whole line has; present when it was cut. */
  readonly length?: number;
}

/** What the page's script is given. */
export interface PredictPageData {
  readonly snippet: PageSnippet;
  readonly draft: Draft;
  readonly status: RunStatus;
}

export interface PageSnippet {
  readonly title: string;
  readonly kind: ModuleKind;
  /** Absent for the user's own code. */
  readonly bank?: {
    readonly difficulty: Difficulty;
    readonly teaches: string;
    readonly race?: string;
    readonly questionTitle: string;
    readonly verified?: VerifiedText;
  };
  /**
   * The lines to put in order, shuffled, among them some that are never printed; none when the
   * lines are not known before a run.
   */
  readonly cards: readonly LineCard[];
  /** Whether "no output" is offered as a prediction beside the cards. */
  readonly mayPrintNothing: boolean;
  /** No Node.js runs it as it is, so there is nothing to predict; the page says why. */
  readonly unfit?: true;
}

export interface LineCard extends OutputLine {
  /** The line as it is typed and sent. */
  readonly typed: string;
}

/** The prediction so far. */
export interface Draft {
  readonly mode: Mode;
  /** Places in `cards`, in the predicted order. */
  readonly placed: readonly number[];
  readonly typed: string;
  /** "I predict no output." */
  readonly nothing: boolean;
}

/** What the page keeps of its own, and the host gets back after a reload. */
export interface PredictMemento {
  readonly version: 2;
  readonly cards: readonly LineCard[];
  readonly draft: Draft;
  readonly status: RunStatus;
  /** Of the run that the status tells of. */
  readonly record?: RunRecord;
  readonly step?: TimelineStep;
  /** Absent in what an older version stored. */
  readonly tries?: Tries;
  /** Absent once the output is shown. */
  readonly withheld?: Withheld;
}

/** Where the timeline of a run was. */
export interface TimelineStep {
  readonly run: number;
  readonly moment: Moment;
}

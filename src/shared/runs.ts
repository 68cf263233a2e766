import type { ModuleKind } from '../bank/model.ts';
import type { ReachedLimit, Standing } from '../order/tally.ts';
import type { RuntimeOrigin } from '../runner/model.ts';
import type { NotRunReason, ShownLine } from './predict.ts';

export type { ReachedLimit, ModuleKind, NotRunReason, RuntimeOrigin, ShownLine, Standing };

/** `many`: one Node many times; `everywhere`: every Node, as CommonJS and as an ES module. */
export type RunsMode = 'many' | 'everywhere';

/** Page → host. */
export type RunsRequest =
  | { readonly kind: 'start'; readonly mode: 'many'; readonly count: number }
  | { readonly kind: 'start'; readonly mode: 'everywhere' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'predict' }
  | { readonly kind: 'openQuestion' }
  | { readonly kind: 'selectRuntime' }
  | { readonly kind: 'openSetting'; readonly setting: PageSetting }
  | { readonly kind: 'manageTrust' };

export type PageSetting = 'runs.count' | 'run.timeLimit' | 'run.memoryLimit' | 'run.lineLimit';

/** Host → page. */
export type RunsMessage =
  | { readonly kind: 'status'; readonly status: RunsStatus }
  /** Whether the document of the program has other text by now than the page shows. */
  | { readonly kind: 'changed'; readonly changed: boolean };

/** Series of runs are numbered upwards; what belongs to an older one is dropped. */
export type RunsStatus =
  | { readonly kind: 'idle'; readonly series: number; readonly mode: RunsMode }
  /** Without a report while Node is looked for. */
  | {
      readonly kind: 'running';
      readonly series: number;
      readonly mode: RunsMode;
      readonly report?: RunsReport;
    }
  /** `stopped`: cancelled before all runs were over. */
  | {
      readonly kind: 'finished';
      readonly series: number;
      readonly report: RunsReport;
      readonly stopped: boolean;
    }
  | {
      readonly kind: 'notRun';
      readonly series: number;
      readonly mode: RunsMode;
      readonly reason: Exclude<NotRunReason, 'cancelled'>;
      readonly message: string;
    };

export type RunsReport = ManyReport | EverywhereReport;

/** A sentence of the result, worded by the host; `look` says how good the news are. */
export interface ReportText {
  readonly look: 'right' | 'neutral' | 'warning' | 'wrong';
  readonly title: string;
  readonly details: readonly string[];
}

/** Why outputs differ; with `rule`, the rule that says so and where it is written down. */
export interface Note {
  readonly text: string;
  readonly rule?: {
    readonly title: string;
    readonly source: { readonly title: string; readonly url: string };
  };
}

export interface ManyReport {
  readonly kind: 'many';
  readonly wanted: number;
  readonly done: number;
  /** Absent before the first run is over. */
  readonly node?: ShownNode;
  /** The most frequent first; those that are possible and never came last, with a count of 0. */
  readonly orders: readonly ShownOrder[];
  /** Orders that are too many to show, and the runs that printed them. */
  readonly hidden?: { readonly orders: number; readonly runs: number };
  /** The rules that leave the order open, where they are known. */
  readonly notes: readonly Note[];
  readonly words: ReportText;
}

export interface ShownNode {
  readonly path: string;
  readonly version: string;
  readonly origins: readonly RuntimeOrigin[];
}

/** An output, with what sets it apart from the one it is compared with. */
export interface ShownOutput {
  readonly lines: readonly MarkedLine[];
  /** Lines of the other output that this one lacks. */
  readonly missing: readonly ShownLine[];
  /** How many lines there are in all; `lines` are the first ones. */
  readonly lineCount: number;
  /** The limit that ended the run. */
  readonly cut?: ReachedLimit;
}

/** `from`: the place of a moved line in the other output, counted from 1. */
export interface MarkedLine {
  readonly line: ShownLine;
  readonly mark: 'same' | 'moved' | 'new';
  readonly from?: number;
}

export interface ShownOrder extends ShownOutput {
  readonly count: number;
  readonly standing: Standing;
}

/** One of the outputs of a comparison, and what it is called. */
export interface ComparedOutput extends ShownOutput {
  /** Its place among outputs that differ in more than how errors are worded, from 0. */
  readonly order: number;
  /** From 1, the same for the same wording, where errors are worded in several ways. */
  readonly wording?: number;
}

export interface EverywhereReport {
  readonly kind: 'everywhere';
  /** Runs, not counting those that turned out to be needless. */
  readonly wanted: number;
  readonly done: number;
  /** How often the code ran on each Node as each kind. */
  readonly repeats: number;
  /** The code's own kind first. */
  readonly columns: readonly Column[];
  /** The newest first. */
  readonly rows: readonly NodeRow[];
  /**
   * All distinct outputs, those of the code's own kind and the most common first, and those of one order
   * after each other; cells name them by their place.
   */
  readonly outputs: readonly ComparedOutput[];
  /** Programs that were found and can't run snippets. */
  readonly refused: readonly { readonly path: string; readonly text: string }[];
  /** Why outputs differ, where a rule is known. */
  readonly notes: readonly Note[];
  readonly words: ReportText;
}

/** `refused`: why the code can't run as this kind at all. */
export interface Column {
  readonly kind: ModuleKind;
  readonly refused?: string;
}

export interface NodeRow {
  readonly node: ShownNode;
  /** The one that runs all other snippets. */
  readonly chosen: boolean;
  readonly cells: Readonly<Partial<Record<ModuleKind, Cell>>>;
}

export type Cell =
  | { readonly kind: 'waiting' | 'running' }
  | {
      readonly kind: 'ran';
      /** In the order of the report's outputs. */
      readonly outputs: readonly { readonly output: number; readonly count: number }[];
      /** By what is possible on this Node, of the least likely of its outputs. */
      readonly standing: Standing;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** What the page's script is given. */
export interface RunsPageData {
  readonly status: RunsStatus;
  /** The counts that are offered, the configured one among them. */
  readonly counts: readonly number[];
  readonly count: number;
}

/** What the page keeps of its own, and the host gets back after a reload. */
export interface RunsMemento {
  readonly version: 4;
  readonly status: RunsStatus;
}

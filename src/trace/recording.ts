import type { ModuleKind } from '../bank/model.ts';
import type { OutputLine } from '../order/output.ts';
import type { ErrorOrigin, TraceEvent, WritePlace } from './trace-event.ts';

/** What the child told, in order: the raw material of a trace. */
export type Step =
  | TraceEvent
  /** A write to stdout or stderr. */
  | readonly ['output', place: WritePlace]
  /** An error that nobody caught; `handled` if a handler of last resort takes it. */
  | readonly ['error', origin?: ErrorOrigin, handled?: boolean];

/** A line of the run's output. */
export interface PrintedLine extends OutputLine {
  /** Index of the step that completed it; absent when it went around the records. */
  readonly step?: number;
}

/** All that a trace is made of. */
export interface Recording {
  readonly entry: ModuleKind;
  readonly steps: readonly Step[];
  readonly lines: readonly PrintedLine[];
  /** Whether the child told everything until its exit. */
  readonly whole: boolean;
  /** The text of the program, as far as places name it. */
  readonly code?: string;
  /** The program can let time pass without giving up the thread. */
  readonly mayWait?: boolean;
  /** Where the error was thrown that ended the run. */
  readonly thrownAt?: { readonly line?: number; readonly column?: number };
}

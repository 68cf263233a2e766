import type { RunRequest, RunResult } from '../../../src/runner/model.ts';
import type { Ended } from '../../../src/runner/model.ts';
import type { Trace } from '../../../src/trace/model.ts';

/** A program that does its worst, and what its run must come to. */
export interface Attack extends Pick<RunRequest, 'limits' | 'permissions'> {
  /** CommonJS if absent. */
  readonly kind?: RunRequest['kind'];
  readonly code: string;
  readonly ended: Ended | readonly Ended[];
  /** As `shown` writes it; a RegExp looks at all lines joined. */
  readonly shows: readonly string[] | RegExp;
  /** Run with the recording (the default) or without it, or both. */
  readonly traced?: readonly boolean[];
  /** What becomes of the recording. */
  readonly complete?: Trace['complete'];
  readonly waitedForInput?: boolean;
  readonly error?: Partial<RunResult['error']>;
  /** On each supported Node, and not only on one. */
  readonly everywhere?: boolean;
}

export type Attacks = Readonly<Record<string, Attack>>;

export const soon = { timeMs: 300 };
/** Something else than the time must end it, on however busy a machine. */
export const late = { timeMs: 60_000 };
export const both = [true, false] as const;

export const lines = { ...late, lines: 50 };
export const fifty = (text: string) => Array.from({ length: 50 }, () => text);

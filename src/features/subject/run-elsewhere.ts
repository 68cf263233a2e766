import type { RunResult } from '../../runner/model.ts';
import { isRecord } from '../../collections/is-record.ts';

/** The second argument of the command that shows a timeline: a run that is over, in place of a new one. */
export interface RunElsewhere {
  readonly madeBy: 'inline';
  readonly result: RunResult;
  /** The moment of its trace whose step is shown. */
  readonly moment?: number;
}

/** Menus hand over the selected files in its place. */
export const isRunElsewhere = (value: unknown): value is RunElsewhere =>
  isRecord(value) && value['madeBy'] === 'inline' && isRecord(value['result']);

import type { RunsRequest, RunsMode } from '../../shared/runs.ts';

/** What every view is given beside the status. */
export interface PageContext {
  readonly counts: readonly number[];
  /** How often the next series of many runs runs. */
  readonly count: number;
  readonly choose: (count: number) => void;
  readonly ask: (request: RunsRequest) => void;
  readonly start: (mode: RunsMode) => void;
}

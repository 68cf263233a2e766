import type { PageRequest, RunsMode } from '../../shared/runs.ts';
import type { RunsTexts } from '../../shared/runs-texts.ts';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
export type Request = WithoutId<PageRequest>;

/** What every view is given beside the status. */
export interface PageContext {
  readonly texts: RunsTexts;
  readonly isSnippet: boolean;
  readonly counts: readonly number[];
  /** How often the next series of many runs runs. */
  readonly count: number;
  readonly choose: (count: number) => void;
  readonly ask: (request: Request) => void;
  readonly start: (mode: RunsMode) => void;
}

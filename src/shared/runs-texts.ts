import type { NotRunReason } from './predict.ts';
import type { LineTexts, OriginTexts } from './predict-texts.ts';

/**
 * The words of the page for many runs, in the user's language; the host makes them. `{0}` stands
 * for a value; of a pair, `…One` is for the number 1.
 */
export interface RunsTexts extends LineTexts {
  readonly runMany: string;
  readonly runEverywhere: string;
  readonly runs: string;
  readonly cancel: string;
  readonly predict: string;
  readonly selectRuntime: string;
  readonly manageTrust: string;
  readonly changeLimit: string;
  readonly idle: string;

  readonly progressMany: string;
  readonly progressEverywhere: string;
  readonly looking: string;
  readonly stopped: string;

  readonly ordersCaption: string;
  readonly columnOrder: string;
  readonly columnRuns: string;
  readonly share: string;
  readonly never: string;
  readonly possible: string;
  readonly impossible: string;
  readonly unknownStanding: string;
  readonly impossibleHint: string;
  readonly unknownHint: string;
  readonly noOutput: string;
  readonly moved: string;
  readonly newLine: string;
  readonly missing: string;
  readonly linesHiddenOne: string;
  readonly linesHidden: string;
  readonly ordersHidden: string;
  readonly cut: Readonly<Record<'time' | 'lines' | 'bytes' | 'memory', string>>;
  readonly ranOn: string;
  readonly untraced: string;

  readonly nodesCaption: string;
  readonly columnNode: string;
  readonly kinds: Readonly<Record<'cjs' | 'mjs', string>>;
  readonly chosen: string;
  readonly waiting: string;
  readonly running: string;
  readonly failed: string;
  readonly output: string;
  readonly outputTimes: string;
  readonly varies: string;
  readonly outputsHeading: string;
  readonly mostCommon: string;
  readonly notesHeading: string;
  readonly openHeading: string;
  readonly refusedHeading: string;
  readonly origins: OriginTexts;

  readonly troubles: Readonly<Record<Exclude<NotRunReason, 'cancelled'>, string>>;
  readonly changedDetail: string;
  readonly changedMeanwhile: string;
  readonly changedSince: string;
  readonly untrustedDetail: string;
}

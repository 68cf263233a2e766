// What the drill's page asks of the host. All but the lists of lines is rendered by the host.
import type { DrillLevel } from '../study/drill/drill-run.ts';
import type { LineCard, Mode, Prediction } from './predict.ts';
import type { Trace } from './timeline.ts';

/** What is asked for by its name alone, which a button has as its `data-do`. */
export const drillActions = [
  'giveUp',
  'next',
  'stop',
  'again',
  'timeline',
  'copyLink',
  'chooseNode',
  'showLog',
] as const;

export type DrillRequest =
  | { readonly kind: 'predict'; readonly prediction: Prediction }
  | { readonly kind: 'level'; readonly level: DrillLevel | 'adaptive' }
  | { readonly kind: 'against' | 'smallest'; readonly belief: string }
  | { readonly kind: 'openQuestion'; readonly question: string }
  | { readonly kind: (typeof drillActions)[number] };

/** For the page's script. */
export interface DrillData {
  /** The lines to put in order, shuffled; absent where nothing is to be predicted. */
  readonly cards?: readonly LineCard[];
  readonly mode: Mode;
  /** Each of the cards is printed. */
  readonly isWhole?: boolean;
  /** What is drawn once an order that a belief predicts is told. */
  readonly timelines?: DrillTimelines;
}

/** A run as it was recorded, and what would happen in its place if a belief were true. */
export interface DrillTimelines {
  readonly recorded: Trace;
  readonly imagined: readonly { readonly belief: string; readonly trace: Trace }[];
}

/** What the page keeps of its own while a program is shown. */
export interface DrillKept {
  readonly mode: Mode;
  readonly placed: readonly number[];
  readonly typed: string;
}

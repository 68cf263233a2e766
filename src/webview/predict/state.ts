import type {
  Attempt,
  Draft,
  Prediction,
  PredictMemento,
  PredictPageData,
  RunRecord,
  RunStatus,
  Tries,
  Typing,
  Withheld,
} from '../../shared/predict.ts';
import type { Explanations, ExplainedTrace } from '../../shared/timeline.ts';
import type { Ordering, OrderingAnnouncement, OrderingFocus } from '../ordering/ordering.ts';
import { linesOf, textsAt } from '../ordering/typed-lines.ts';

/** All that the page shows, in one value. */
export interface PageState extends Draft, Ordering {
  readonly mayPrintNothing: boolean;
  readonly status: RunStatus;
  readonly notice?: Notice;
  readonly announcement?: Announcement;
  /** Where the focus has to go after this change; `turn` tells one wish from the next. */
  readonly focus: { readonly turn: number; readonly target?: FocusTarget };
  /** What the host has of the run; absent before it said so. */
  readonly record?: RunRecord;
  /** Of the run that goes on, once its program reads standard input. */
  readonly typing?: Typing;
  /** Whether the document of the program has other text by now. */
  readonly changed: boolean;
  /** Whether the timeline has to come into view when it is there. */
  readonly wantsTimeline: boolean;
  /** Whether the reasons for the order stand between the printed lines. */
  readonly reasons: boolean;
  readonly tries: Tries;
  /** The output of the run is kept back, so that a wrong prediction can be tried again. */
  readonly withheld?: Withheld;
}

export type FocusTarget =
  OrderingFocus | { readonly element: 'typed' | 'stdin' | 'result' | 'timeline' };

/** Nothing was predicted that could be checked. */
export interface Notice {
  readonly kind: 'empty';
}

/** What a screen reader is told. */
export type Announcement =
  OrderingAnnouncement | { readonly kind: 'unmatched'; readonly count: number };

/** @param kept what the page had before it was hidden, reloaded or left */
export function initialState(
  data: PredictPageData,
  kept?: Pick<PredictMemento, 'tries' | 'withheld'>,
): PageState {
  const { cards, mayPrintNothing } = data.snippet;
  return {
    ...validDraft(data.draft, cards.length),
    cards,
    mayPrintNothing,
    status: data.status,
    reach: { pool: 0, order: 0 },
    focus: { turn: 0 },
    changed: false,
    wantsTimeline: false,
    reasons: true,
    tries: kept?.tries ?? { count: 0, seen: 'nothing' },
    ...(kept?.withheld && { withheld: kept.withheld }),
  };
}

/** The try that a prediction would be now. */
export const nextAttempt = ({ tries }: PageState): Attempt => ({
  number: tries.count + 1,
  seen: tries.seen,
});

/** The run as far as it may be shown: what is kept back is as if it had not run. */
export const shownStatus = ({
  status,
  withheld,
}: Pick<PageState, 'status' | 'withheld'>): RunStatus =>
  withheld && status.kind === 'finished' ? { kind: 'idle', run: status.run } : status;

/** What became of the last try, while its output is kept back. */
export function withheldOutcome({ status, withheld }: PageState) {
  if (!withheld || status.kind !== 'finished' || status.outcome.kind !== 'judged') return undefined;
  const { verdict, rows } = status.outcome;
  return verdict.kind === 'wrong' ? { verdict, rows } : undefined;
}

/** The line of the order that is marked as wrong: none once what leads up to it has been changed. */
export function markedLine(state: PageState): number | undefined {
  const wrong = state.withheld === 'line' ? withheldOutcome(state) : undefined;
  if (!wrong) return undefined;
  const { at } = wrong.verdict;
  const judged = wrong.rows.flatMap(({ predicted }) => predicted ?? []);
  const isSame = state.placed
    .slice(0, at + 1)
    .every((card, line) => state.cards[card]?.text === judged[line]?.text);
  return isSame && at < state.placed.length ? at : undefined;
}

/** The recording of the run that is shown. */
export function shownRecording(
  state: Pick<PageState, 'status' | 'record' | 'withheld'>,
): ExplainedTrace | undefined {
  const { record } = state;
  const status = shownStatus(state);
  const isShown = status.kind === 'finished' && record?.recording?.run === status.run;
  return isShown ? record.recording : undefined;
}

/** What is known of why the lines of the shown run stand in their order. */
export function shownExplanations(state: PageState): Explanations | undefined {
  const { record } = state;
  const status = shownStatus(state);
  const { run, explanations } = shownRecording(state) ?? record?.explained ?? {};
  return status.kind === 'finished' && run === status.run ? explanations : undefined;
}

export function draftOf({ mode, placed, typed, nothing }: PageState): Draft {
  return { mode, placed, typed, nothing };
}

/** The prediction as it stands; undefined while nothing is predicted. */
export function predictionOf(state: PageState): Prediction | undefined {
  const { mode, placed, typed, nothing, cards } = state;
  if (offersNothing(state) && nothing) {
    return { mode, lines: [] };
  }
  if (mode === 'typed') return typed.trim() === '' ? undefined : { mode, lines: linesOf(typed) };
  return placed.length === 0 ? undefined : { mode, lines: textsAt(cards, placed) };
}

/** Whether "no output" can be predicted: always by typing, and where the snippet may be silent. */
export function offersNothing({ mode, mayPrintNothing }: PageState): boolean {
  return mode === 'typed' || mayPrintNothing;
}

/** A stored draft may be older than the snippet it was made for. */
function validDraft(draft: Draft, cards: number): Draft {
  const placed = draft.placed.filter(
    (card, at) => card >= 0 && card < cards && draft.placed.indexOf(card) === at,
  );
  return { ...draft, placed, mode: cards === 0 ? 'typed' : draft.mode };
}

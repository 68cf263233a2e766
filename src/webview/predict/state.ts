import type {
  Card,
  Draft,
  Prediction,
  PredictPageData,
  RunRecord,
  RunStatus,
} from '../../shared/predict.ts';
import type { Explanations, ExplainedTrace } from '../../shared/timeline.ts';
import { linesOf, textsAt } from './typed-lines.ts';

/** All that the page shows, in one value. */
export interface PageState extends Draft {
  readonly cards: readonly Card[];
  readonly mayPrintNothing: boolean;
  readonly status: RunStatus;
  readonly notice?: Notice;
  readonly announcement?: Announcement;
  /** The item of each list that Tab reaches; arrows move it. */
  readonly reach: Readonly<Record<ListName, number>>;
  /** Where the focus has to go after this change; `turn` tells one wish from the next. */
  readonly focus: { readonly turn: number; readonly target?: FocusTarget };
  readonly drag?: Drag;
  /** What the host has of the run; absent before it said so. */
  readonly record?: RunRecord;
  /** Whether the document of the program has other text by now. */
  readonly changed: boolean;
  /** Whether the timeline has to come into view when it is there. */
  readonly wantsTimeline: boolean;
  /** Whether the reasons for the order stand between the printed lines. */
  readonly reasons: boolean;
}

export type ListName = 'pool' | 'order';
export type FocusTarget =
  | { readonly list: ListName; readonly at: number }
  | { readonly element: 'check' | 'typed' | 'result' | 'first' | 'timeline' };

export interface Drag {
  readonly card: number;
  readonly over?: { readonly list: ListName; readonly at: number };
}

/** Nothing was predicted that could be checked. */
export interface Notice {
  readonly kind: 'empty';
}

/** What a screen reader is told. */
export type Announcement =
  | {
      readonly kind: 'placed' | 'moved';
      readonly card: number;
      readonly at: number;
      readonly of: number;
    }
  | { readonly kind: 'removed'; readonly card: number; readonly of: number }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'unmatched'; readonly count: number };

export function initialState(data: PredictPageData): PageState {
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
  };
}

/** The recording of the run that is shown. */
export function shownRecording({
  status,
  record,
}: Pick<PageState, 'status' | 'record'>): ExplainedTrace | undefined {
  const isShown = status.kind === 'finished' && record?.recording?.run === status.run;
  return isShown ? record.recording : undefined;
}

/** What is known of why the lines of the shown run stand in their order. */
export function shownExplanations(state: PageState): Explanations | undefined {
  const { status, record } = state;
  const { run, explanations } = shownRecording(state) ?? record?.explained ?? {};
  return status.kind === 'finished' && run === status.run ? explanations : undefined;
}

/** The cards that are not placed, as places in `cards`. */
export function pool({ cards, placed }: Pick<PageState, 'cards' | 'placed'>): number[] {
  return cards.map((_, card) => card).filter((card) => !placed.includes(card));
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

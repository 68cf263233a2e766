import type {
  Card,
  Draft,
  Mode,
  Prediction,
  PredictPageData,
  RunRecord,
  RunStatus,
} from '../../shared/predict.ts';
import type { Recording } from '../../shared/timeline.ts';

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

export type Notice =
  { readonly kind: 'empty' } | { readonly kind: 'failed'; readonly message: string };

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

export type Action =
  | { readonly kind: 'place'; readonly card: number; readonly at?: number }
  /** `to` counts places in the list without the card. */
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'clear' }
  | {
      readonly kind: 'reach';
      readonly list: ListName;
      readonly at: number;
      readonly focus: boolean;
    }
  | { readonly kind: 'mode'; readonly mode: Mode }
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'nothing'; readonly on: boolean }
  | { readonly kind: 'refuseEmpty' }
  | { readonly kind: 'status'; readonly status: RunStatus }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'record'; readonly record: RunRecord }
  | { readonly kind: 'showTimeline' }
  | { readonly kind: 'reasons'; readonly on: boolean }
  | { readonly kind: 'tryAgain' }
  | { readonly kind: 'drag'; readonly drag: Drag | undefined };

export function initialState(data: PredictPageData): PageState {
  const { cards, mayPrintNothing } = data.snippet;
  return {
    ...validDraft(data.draft, cards.length),
    cards,
    mayPrintNothing,
    status: data.status,
    reach: { pool: 0, order: 0 },
    focus: { turn: 0 },
    wantsTimeline: false,
    reasons: true,
  };
}

/** The recording of the run that is shown. */
export function shownRecording({
  status,
  record,
}: Pick<PageState, 'status' | 'record'>): Recording | undefined {
  const isShown = status.kind === 'finished' && record?.recording?.run === status.run;
  return isShown ? record.recording : undefined;
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

export function reduce(state: PageState, action: Action): PageState {
  switch (action.kind) {
    case 'place':
      return place(state, action.card, action.at ?? state.placed.length);
    case 'move':
      return move(state, action.from, action.to);
    case 'remove':
      return remove(state, action.at);
    case 'clear':
      return settle(
        { ...state, placed: [], announcement: { kind: 'cleared' } },
        { element: 'first' },
      );
    case 'reach':
      return reach(state, action);
    case 'mode':
      return action.mode === state.mode ? state : switchMode(state, action.mode);
    case 'type':
      return { ...without(state, 'notice', 'announcement'), typed: action.text, nothing: false };
    case 'nothing':
      return { ...without(state, 'notice'), nothing: action.on };
    case 'refuseEmpty':
      return { ...state, notice: { kind: 'empty' } };
    case 'status':
      return takeStatus(state, action.status);
    case 'failed':
      return { ...state, notice: { kind: 'failed', message: action.message } };
    case 'record':
      return { ...state, record: action.record };
    case 'showTimeline':
      return shownRecording(state) ? focusOn(state, 'timeline') : { ...state, wantsTimeline: true };
    case 'reasons':
      return { ...state, reasons: action.on };
    case 'tryAgain':
      return tryAgain(state);
    case 'drag':
      return action.drag ? { ...state, drag: action.drag } : without(state, 'drag');
  }
}

function place(state: PageState, card: number, at: number): PageState {
  if (state.placed.includes(card) || !(card in state.cards)) return state;
  const poolPlace = pool(state).indexOf(card);
  const placed = state.placed.toSpliced(at, 0, card);
  const left = state.cards.length - placed.length;
  const announcement = { kind: 'placed', card, at, of: placed.length } as const;
  return settle(
    { ...state, placed, nothing: false, announcement },
    left === 0 ? { element: 'check' } : { list: 'pool', at: Math.min(poolPlace, left - 1) },
  );
}

function move(state: PageState, from: number, to: number): PageState {
  const card = state.placed[from];
  if (card === undefined) return state;
  const at = Math.max(0, Math.min(to, state.placed.length - 1));
  const placed = state.placed.toSpliced(from, 1).toSpliced(at, 0, card);
  const announcement = { kind: 'moved', card, at, of: placed.length } as const;
  return settle({ ...state, placed, announcement }, { list: 'order', at });
}

function remove(state: PageState, at: number): PageState {
  const card = state.placed[at];
  if (card === undefined) return state;
  const placed = state.placed.toSpliced(at, 1);
  const announcement = { kind: 'removed', card, of: placed.length } as const;
  const next = { ...state, placed, announcement };
  return settle(
    next,
    placed.length === 0
      ? { list: 'pool', at: pool(next).indexOf(card) }
      : { list: 'order', at: Math.min(at, placed.length - 1) },
  );
}

/** After a change of the lists: the focus goes to the target, and Tab reaches it there. */
function settle(state: PageState, target: FocusTarget): PageState {
  const counts = { pool: state.cards.length - state.placed.length, order: state.placed.length };
  const wish = 'list' in target ? { ...state.reach, [target.list]: target.at } : state.reach;
  return {
    ...without(state, 'notice', 'drag'),
    reach: {
      pool: Math.max(0, Math.min(wish.pool, counts.pool - 1)),
      order: Math.max(0, Math.min(wish.order, counts.order - 1)),
    },
    focus: { turn: state.focus.turn + 1, target },
  };
}

function reach(state: PageState, action: Extract<Action, { kind: 'reach' }>): PageState {
  const { list, focus } = action;
  const count = list === 'order' ? state.placed.length : state.cards.length - state.placed.length;
  const at = Math.max(0, Math.min(action.at, count - 1));
  const next = { ...state, reach: { ...state.reach, [list]: at } };
  if (!focus) return next;
  return { ...next, focus: { turn: state.focus.turn + 1, target: { list, at } } };
}

/** What was entered one way is carried over to the other; what has no card stays typed. */
function switchMode(state: PageState, mode: Mode): PageState {
  const base = without(state, 'notice', 'announcement', 'drag');
  const { placed, unmatched } = matchCards(state.typed, state.cards);
  const same = sameNumbers(placed, state.placed);
  if (mode === 'typed') {
    const typed = same ? state.typed : textsAt(state.cards, state.placed).join('\n');
    return settle({ ...base, mode, typed }, { element: 'typed' });
  }
  const next: PageState = { ...base, mode, placed, reach: { pool: 0, order: 0 } };
  return unmatched === 0
    ? next
    : { ...next, announcement: { kind: 'unmatched', count: unmatched } };
}

/** The first unused card for each typed line. */
function matchCards(
  text: string,
  cards: readonly Card[],
): { readonly placed: number[]; readonly unmatched: number } {
  const placed: number[] = [];
  let unmatched = 0;
  for (const line of linesOf(text)) {
    const card = cards.findIndex(
      ({ typed }, index) => typed.trimEnd() === line && !placed.includes(index),
    );
    if (card === -1) unmatched += 1;
    else placed.push(card);
  }
  return { placed, unmatched };
}

/** Messages of an older run, or of one that this page no longer waits for, change nothing. */
function takeStatus(state: PageState, status: RunStatus): PageState {
  const { run, kind } = state.status;
  if (status.run < run || (status.run === run && kind !== 'running')) return state;
  const next = { ...without(state, 'notice', 'announcement', 'drag'), status };
  const arrived = status.kind === 'finished' && kind === 'running';
  if (!arrived) return next;
  const isWanted = state.wantsTimeline && shownRecording(next) !== undefined;
  return { ...focusOn(next, isWanted ? 'timeline' : 'result'), wantsTimeline: false };
}

function focusOn(state: PageState, element: 'timeline' | 'result'): PageState {
  return { ...state, focus: { turn: state.focus.turn + 1, target: { element } } };
}

function tryAgain(state: PageState): PageState {
  const empty = { placed: [], typed: '', nothing: false, reach: { pool: 0, order: 0 } };
  return settle(
    {
      ...without(state, 'announcement'),
      ...empty,
      status: { kind: 'idle', run: state.status.run },
    },
    { element: state.mode === 'typed' ? 'typed' : 'first' },
  );
}

/** A stored draft may be older than the snippet it was made for. */
function validDraft(draft: Draft, cards: number): Draft {
  const placed = draft.placed.filter(
    (card, at) => card >= 0 && card < cards && draft.placed.indexOf(card) === at,
  );
  return { ...draft, placed, mode: cards === 0 ? 'typed' : draft.mode };
}

function textsAt(cards: readonly Card[], placed: readonly number[]): string[] {
  return placed.flatMap((card) => cards[card]?.typed ?? []);
}

/** Blank lines at the end come from typing, not from thinking. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

function without<K extends keyof PageState>(state: PageState, ...keys: K[]): Omit<PageState, K> {
  const kept = Object.entries(state).filter(([key]) => !keys.includes(key as K));
  return Object.fromEntries(kept) as unknown as Omit<PageState, K>;
}

import type { LineCard } from '../../shared/predict.ts';

/** Lines that are put in order: what the lists on a page show, in one value. */
export interface Ordering {
  readonly cards: readonly LineCard[];
  /** Places in `cards`, in the predicted order. */
  readonly placed: readonly number[];
  /** The item of each list that Tab reaches; arrows move it. */
  readonly reach: Readonly<Record<ListName, number>>;
  readonly drag?: Drag;
}

export type ListName = 'pool' | 'order';

export interface Drag {
  readonly card: number;
  readonly over?: { readonly list: ListName; readonly at: number };
}

/** What can happen to the lists. */
export type OrderingAction =
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
  | { readonly kind: 'drag'; readonly drag: Drag | undefined };

/** Where the focus has to go after a change of the lists. */
export type OrderingFocus =
  | { readonly list: ListName; readonly at: number }
  /** `first`: the first card there is. */
  | { readonly element: 'check' | 'first' };

/** What a screen reader is told. */
export type OrderingAnnouncement =
  | {
      readonly kind: 'placed' | 'moved';
      readonly card: number;
      readonly at: number;
      readonly of: number;
    }
  | { readonly kind: 'removed'; readonly card: number; readonly of: number }
  | { readonly kind: 'cleared' };

/** What becomes of the lists, and what else has to follow. */
export interface OrderingChange {
  readonly ordering: Ordering;
  readonly focus?: OrderingFocus;
  readonly said?: OrderingAnnouncement;
}

/** The cards that are not placed, as places in `cards`. */
export function pool({ cards, placed }: Pick<Ordering, 'cards' | 'placed'>): number[] {
  return cards.map((_, card) => card).filter((card) => !placed.includes(card));
}

/** The lists after something happened to them; undefined where nothing changes. */
export function reduceOrdering(
  state: Ordering,
  action: OrderingAction,
): OrderingChange | undefined {
  switch (action.kind) {
    case 'place':
      return place(state, action.card, action.at ?? state.placed.length);
    case 'move':
      return move(state, action.from, action.to);
    case 'remove':
      return remove(state, action.at);
    case 'clear':
      return {
        ...settled(state, { placed: [] }, { element: 'first' }),
        said: { kind: 'cleared' },
      };
    case 'reach':
      return reach(state, action);
    case 'drag': {
      const { drag } = action;
      return { ordering: drag ? { ...withoutDrag(state), drag } : withoutDrag(state) };
    }
  }
}

function place(state: Ordering, card: number, at: number): OrderingChange | undefined {
  if (state.placed.includes(card) || !(card in state.cards)) return undefined;
  const poolPlace = pool(state).indexOf(card);
  const placed = state.placed.toSpliced(at, 0, card);
  const left = state.cards.length - placed.length;
  const focus: OrderingFocus =
    left === 0 ? { element: 'check' } : { list: 'pool', at: Math.min(poolPlace, left - 1) };
  return {
    ...settled(state, { placed }, focus),
    said: { kind: 'placed', card, at, of: placed.length },
  };
}

function move(state: Ordering, from: number, to: number): OrderingChange | undefined {
  const card = state.placed[from];
  if (card === undefined) return undefined;
  const at = Math.max(0, Math.min(to, state.placed.length - 1));
  const placed = state.placed.toSpliced(from, 1).toSpliced(at, 0, card);
  return {
    ...settled(state, { placed }, { list: 'order', at }),
    said: { kind: 'moved', card, at, of: placed.length },
  };
}

function remove(state: Ordering, at: number): OrderingChange | undefined {
  const card = state.placed[at];
  if (card === undefined) return undefined;
  const placed = state.placed.toSpliced(at, 1);
  const { cards } = state;
  const focus: OrderingFocus =
    placed.length === 0
      ? { list: 'pool', at: pool({ cards, placed }).indexOf(card) }
      : { list: 'order', at: Math.min(at, placed.length - 1) };
  return {
    ...settled(state, { placed }, focus),
    said: { kind: 'removed', card, of: placed.length },
  };
}

/** After a change of the lists: the focus goes to the target, and Tab reaches it there. */
export function settled(
  state: Ordering,
  change: Partial<Ordering>,
  focus: OrderingFocus,
): { readonly ordering: Ordering; readonly focus: OrderingFocus } {
  const next: Ordering = { ...withoutDrag(state), ...change };
  const counts = { pool: next.cards.length - next.placed.length, order: next.placed.length };
  const wish = 'list' in focus ? { ...next.reach, [focus.list]: focus.at } : next.reach;
  const within = (at: number, count: number): number => Math.max(0, Math.min(at, count - 1));
  return {
    ordering: {
      ...next,
      reach: { pool: within(wish.pool, counts.pool), order: within(wish.order, counts.order) },
    },
    focus,
  };
}

const withoutDrag = ({ cards, placed, reach }: Ordering): Ordering => ({ cards, placed, reach });

function reach(
  state: Ordering,
  action: Extract<OrderingAction, { kind: 'reach' }>,
): OrderingChange {
  const { list, focus } = action;
  const count = list === 'order' ? state.placed.length : state.cards.length - state.placed.length;
  const at = Math.max(0, Math.min(action.at, count - 1));
  const ordering = { ...state, reach: { ...state.reach, [list]: at } };
  return { ordering, ...(focus && { focus: { list, at } }) };
}

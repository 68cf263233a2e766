import type { Mode, PredictionOutcome, RunStatus, Tries, Typing } from '../../shared/predict.ts';
import type { Action } from './action.ts';
import { nextAttempt, shownRecording } from './state.ts';
import { reduceOrdering, settled } from '../ordering/ordering.ts';
import type { Ordering, OrderingAction, OrderingFocus } from '../ordering/ordering.ts';
import type { FocusTarget, PageState } from './state.ts';
import { matchCards, textsAt } from '../ordering/typed-lines.ts';

/** The page after something happened to it. */
export function reduce(state: PageState, action: Action): PageState {
  switch (action.kind) {
    case 'place':
    case 'move':
    case 'remove':
    case 'clear':
    case 'reach':
    case 'drag':
      return order(state, action);
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
    case 'record':
      return { ...state, record: action.record };
    case 'showTimeline':
      return showTimeline(reveal(state));
    case 'changed':
      return { ...state, changed: action.changed };
    case 'typing':
      return takeTyping(state, action.typing);
    case 'reasons':
      return { ...state, reasons: action.on };
    case 'tryAgain':
      return tryAgain(state);
    case 'hint':
      return hint(state);
    case 'reveal':
      return state.withheld ? focusOn(reveal(state), 'result') : state;
  }
}

/** Something happens to the lists, and with them to the rest of the page. */
function order(state: PageState, action: OrderingAction): PageState {
  const change = reduceOrdering(orderingOf(state), action);
  if (!change) return state;
  const { ordering, focus, said } = change;
  const isEdit = said !== undefined;
  const next: PageState = {
    ...(isEdit ? without(state, 'notice', 'drag') : without(state, 'drag')),
    ...ordering,
    ...(said && { announcement: said }),
    ...(said?.kind === 'placed' && { nothing: false }),
  };
  return focus ? { ...next, focus: { turn: state.focus.turn + 1, target: focus } } : next;
}

const orderingOf = ({ cards, placed, reach, drag }: PageState): Ordering => ({
  ...{ cards, placed, reach },
  ...(drag && { drag }),
});

/** After a change of the whole page: the focus goes to the target, and Tab reaches it there. */
function settle(state: PageState, target: FocusTarget): PageState {
  const { reach } = settled(
    orderingOf(state),
    {},
    isOfOrdering(target) ? target : { element: 'first' },
  ).ordering;
  return {
    ...without(state, 'notice', 'drag'),
    reach,
    focus: { turn: state.focus.turn + 1, target },
  };
}

const isOfOrdering = (target: FocusTarget): target is OrderingFocus => 'list' in target;

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

/** Messages of an older run, or of one that this page no longer waits for, change nothing. */
function takeStatus(state: PageState, status: RunStatus): PageState {
  const { run, kind } = state.status;
  if (status.run < run || (status.run === run && kind !== 'running')) return state;
  const next = takeTry(
    { ...without(state, 'notice', 'announcement', 'drag', 'withheld', 'typing'), status },
    state,
  );
  const arrived = status.kind === 'finished' && kind === 'running';
  if (!arrived) return next;
  const isWanted = state.wantsTimeline && shownRecording(next) !== undefined;
  return { ...focusOn(next, isWanted ? 'timeline' : 'result'), wantsTimeline: false };
}

/** Counts a prediction that has been judged; the output of one that is wrong is kept back at first. */
function takeTry(next: PageState, { tries, wantsTimeline }: PageState): PageState {
  const { status } = next;
  if (status.kind !== 'finished' || status.outcome.kind === 'notRun') return next;
  const { outcome } = status;
  const isWithheld = !wantsTimeline && mayTryAgain(outcome);
  const counted: Tries =
    outcome.kind === 'judged'
      ? { ...tries, count: tries.count + 1, last: nextAttempt(next) }
      : tries;
  return isWithheld
    ? { ...next, tries: counted, withheld: 'all' }
    : { ...next, tries: { ...counted, seen: 'output' } };
}

/** Wrong, and by nothing but what was predicted. */
const mayTryAgain = (outcome: PredictionOutcome): boolean =>
  outcome.kind === 'judged' &&
  outcome.verdict.kind === 'wrong' &&
  outcome.run.ended === 'exit' &&
  !outcome.run.error?.syntax;

function hint(state: PageState): PageState {
  if (state.withheld !== 'all') return state;
  const { seen } = state.tries;
  const tries: Tries = { ...state.tries, seen: seen === 'nothing' ? 'line' : seen };
  return focusOn({ ...state, withheld: 'line', tries }, 'result');
}

function reveal(state: PageState): PageState {
  if (!state.withheld) return state;
  return { ...without(state, 'withheld'), tries: { ...state.tries, seen: 'output' } };
}

function showTimeline(state: PageState): PageState {
  return shownRecording(state) ? focusOn(state, 'timeline') : { ...state, wantsTimeline: true };
}

function focusOn(state: PageState, element: 'timeline' | 'result'): PageState {
  return { ...state, focus: { turn: state.focus.turn + 1, target: { element } } };
}

/** What was predicted stays: mostly one line is wrong, and "Clear" is there for the rest. */
function tryAgain(state: PageState): PageState {
  const status: RunStatus = { kind: 'idle', run: state.status.run };
  const target: FocusTarget =
    state.mode === 'typed'
      ? { element: 'typed' }
      : state.placed.length > 0
        ? { list: 'order', at: 0 }
        : { element: 'first' };
  return settle({ ...without(state, 'announcement'), status }, target);
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

function without<K extends keyof PageState>(state: PageState, ...keys: K[]): Omit<PageState, K> {
  const kept = Object.entries(state).filter(([key]) => !keys.includes(key as K));
  return Object.fromEntries(kept) as unknown as Omit<PageState, K>;
}

/** The field has the focus as soon as there is one: that is what the program waits for. */
function takeTyping(state: PageState, typing: Typing): PageState {
  if (state.status.kind !== 'running' || state.status.run !== typing.run) return state;
  const next = { ...state, typing };
  if (state.typing?.isOpen === typing.isOpen) return next;
  const element = typing.isOpen ? 'stdin' : 'check';
  return { ...next, focus: { turn: state.focus.turn + 1, target: { element } } };
}

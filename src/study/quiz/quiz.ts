import { isRecord } from '../../collections/is-record.ts';
import type { CardId, Rating } from '../event.ts';
import { isCardId, isRating } from '../event-line.ts';
import { readClock, type Clock } from '../clock.ts';

/** A quiz from its first card to its summary; plain JSON, so that it goes on after a restart. */
export interface Quiz {
  /** What is still to be asked; the first is on the page. */
  readonly left: readonly CardId[];
  readonly asked: AskedCard;
  readonly done: readonly RatedCard[];
  /** What was put aside, each card once; missing in what was stored by older versions. */
  readonly skipped?: readonly CardId[];
  /** Any integer: what is shuffled stays as it is while a card is shown. */
  readonly seed: number;
  /** When the card on the page was shown first, in milliseconds; missing in what was stored by older versions. */
  readonly shownAt?: number;
  /** How long it was looked at, standing still; missing there, too. */
  readonly clock?: Clock;
  /** The card is hidden until the quiz goes on. */
  readonly paused?: boolean;
}

/** What has happened to the card that is on the page. */
export interface AskedCard {
  /**
   * `ask`: nothing of the answer is shown. `points`: the key points are, to be ticked before the
   * answer is shown. `answer`: all is shown, and a rating is wanted.
   */
  readonly stage: 'ask' | 'points' | 'answer';
  readonly hints: number;
  /** Ids of key points. */
  readonly ticks: readonly string[];
  /** Of a check, by its place in the bank. */
  readonly choice?: number;
  /** Predictions of a snippet that were wrong. */
  readonly wrong: number;
  readonly gaveUp: boolean;
  /** The recipe of the program that is asked, of a belief: see `recipeText` of the drill. */
  readonly program?: string;
  /** Ids of the key points that a typed answer seems to make: see `proposeTicks`. */
  readonly proposed?: readonly string[];
  /** How long the answer was said aloud, by the timer, in milliseconds. */
  readonly spokenMs?: number;
  /** Until its answer was wanted, in milliseconds. */
  readonly tookMs?: number;
}

export interface RatedCard {
  readonly card: CardId;
  readonly rating: Rating;
  /** The id of its event in the log, by which it is taken back. */
  readonly event: string;
  /** How it went, for when it is taken back. */
  readonly asked: AskedCard;
}

export type QuizAction =
  | { readonly kind: 'hint' }
  /** `proposed`: ids of key points that are ticked already. */
  | {
      readonly kind: 'showPoints';
      readonly proposed?: readonly string[];
      readonly spokenMs?: number;
    }
  | { readonly kind: 'showAnswer' }
  | { readonly kind: 'tick'; readonly point: string; readonly on: boolean }
  | { readonly kind: 'choose'; readonly choice: number }
  | { readonly kind: 'predicted'; readonly right: boolean }
  | { readonly kind: 'giveUp' }
  /** A program was made for the card of a belief. */
  | { readonly kind: 'made'; readonly program: string }
  | { readonly kind: 'rated'; readonly rating: Rating; readonly event: string }
  /** So long it took until the answer was wanted, in milliseconds. */
  | { readonly kind: 'took'; readonly ms: number }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'skip' }
  /** The card is there no more. */
  | { readonly kind: 'drop' }
  /** What was skipped is asked after all. */
  | { readonly kind: 'askSkipped' }
  | { readonly kind: 'undo' }
  /** What is asked from now on: cards that became due meanwhile, without those that were skipped. */
  | { readonly kind: 'refill'; readonly cards: readonly CardId[] };

/** How often a card comes back within a quiz after it was forgotten. */
const mostReturns = 2;

export const untouched: AskedCard = { stage: 'ask', hints: 0, ticks: [], wrong: 0, gaveUp: false };

export function startQuiz(cards: readonly CardId[], seed: number): Quiz {
  return { left: cards, asked: untouched, done: [], seed };
}

/** The quiz after an action; the same one where the action means nothing at its stage. */
export function reduceQuiz(quiz: Quiz, action: QuizAction): Quiz {
  const { left, asked, done } = quiz;
  if (quiz.paused === true) {
    return action.kind === 'resume' ? resumed(quiz) : quiz;
  }
  if (action.kind === 'undo') return undone(quiz);
  const skipped = quiz.skipped ?? [];
  if (action.kind === 'refill') {
    if (left.length > 0) return quiz;
    const cards = action.cards.filter((card) => !skipped.includes(card));
    return { ...quiz, left: cards, asked: untouched };
  }
  if (action.kind === 'askSkipped') {
    return left.length > 0 ? quiz : { ...quiz, left: skipped, skipped: [], asked: untouched };
  }
  const [card, ...others] = left;
  if (card === undefined) return quiz;
  const at = (change: Partial<AskedCard>): Quiz => ({ ...quiz, asked: { ...asked, ...change } });
  switch (action.kind) {
    case 'hint':
      return asked.stage === 'ask' ? at({ hints: asked.hints + 1 }) : quiz;
    case 'showPoints': {
      if (asked.stage !== 'ask') return quiz;
      const { proposed = [], spokenMs } = action;
      return at({
        stage: 'points',
        ...(proposed.length > 0 && { proposed, ticks: proposed }),
        ...(spokenMs !== undefined && { spokenMs }),
      });
    }
    case 'showAnswer':
      return at({ stage: 'answer' });
    case 'tick': {
      const ticks = asked.ticks.filter((point) => point !== action.point);
      return at({ ticks: action.on ? [...ticks, action.point] : ticks });
    }
    case 'choose':
      return asked.stage === 'ask' ? at({ stage: 'answer', choice: action.choice }) : quiz;
    case 'predicted':
      if (asked.stage !== 'ask') return quiz;
      return action.right ? at({ stage: 'answer' }) : at({ wrong: asked.wrong + 1 });
    case 'giveUp':
      return asked.stage === 'ask' ? at({ stage: 'answer', gaveUp: true }) : quiz;
    case 'made':
      return at({ program: action.program });
    case 'rated': {
      if (asked.stage !== 'answer') return quiz;
      const { rating, event } = action;
      const returns = done.filter((one) => one.card === card && one.rating === 'again').length;
      const comesBack = rating === 'again' && returns < mostReturns && !others.includes(card);
      return {
        ...quiz,
        left: comesBack ? [...others, card] : others,
        asked: untouched,
        done: [...done, { card, rating, event, asked }],
      };
    }
    case 'took':
      return at({ tookMs: action.ms });
    case 'pause':
      return { ...quiz, paused: true };
    case 'resume':
      return quiz;
    case 'skip':
      return {
        ...{ ...quiz, left: others, asked: untouched },
        skipped: [...skipped.filter((one) => one !== card), card],
      };
    case 'drop':
      return { ...quiz, left: others, asked: untouched };
  }
}

function resumed({ paused: _, ...quiz }: Quiz): Quiz {
  return quiz;
}

/** The last rated card is on the page again, as it was before it was rated. */
function undone(quiz: Quiz): Quiz {
  const last = quiz.done.at(-1);
  if (!last) return quiz;
  return {
    ...quiz,
    // One that was forgotten has been put at the end as well.
    left: [last.card, ...quiz.left.filter((card) => card !== last.card)],
    ...(quiz.skipped && { skipped: quiz.skipped.filter((card) => card !== last.card) }),
    asked: last.asked,
    done: quiz.done.slice(0, -1),
  };
}

/** A quiz that was stored, from anywhere: undefined when it is none. */
export function readQuiz(value: unknown): Quiz | undefined {
  if (!isRecord(value)) return undefined;
  const { left, asked, done, skipped, seed, shownAt, clock, paused } = value;
  if (!isList(left, isCard) || !isList(done, isRated) || !isAsked(asked)) return undefined;
  if (skipped !== undefined && !isList(skipped, isCard)) return undefined;
  if (shownAt !== undefined && !Number.isSafeInteger(shownAt)) return undefined;
  if (clock !== undefined && !readClock(clock)) return undefined;
  if (paused !== undefined && typeof paused !== 'boolean') return undefined;
  return Number.isSafeInteger(seed) ? (value as unknown as Quiz) : undefined;
}

const isList = (value: unknown, isOne: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne);

const isCard = (value: unknown): boolean => typeof value === 'string' && isCardId(value);

function isAsked(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { stage, hints, ticks, wrong, gaveUp, choice, program } = value;
  const { proposed, spokenMs, tookMs } = value;
  return (
    (stage === 'ask' || stage === 'points' || stage === 'answer') &&
    Number.isSafeInteger(hints) &&
    isList(ticks, (tick) => typeof tick === 'string') &&
    Number.isSafeInteger(wrong) &&
    typeof gaveUp === 'boolean' &&
    (choice === undefined || Number.isSafeInteger(choice)) &&
    (program === undefined || typeof program === 'string') &&
    (proposed === undefined || isList(proposed, (point) => typeof point === 'string')) &&
    [spokenMs, tookMs].every((ms) => ms === undefined || Number.isFinite(ms))
  );
}

function isRated(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { card, rating, event, asked } = value;
  return isCard(card) && isRating(rating) && typeof event === 'string' && isAsked(asked);
}

import type { Interviewed } from './interview/interviewed.ts';

/**
 * What the user did, as one JSON line each in the progress log. Events are never changed; a kind
 * or a version this code does not know is kept and passed over.
 */
export type ProgressEvent = EventHead & EventPayload;

export interface EventHead {
  /** Schema version. */
  readonly v: 1;
  /** A random UUID; the same event read twice counts once. */
  readonly id: string;
  /** When, as an ISO 8601 string in UTC. */
  readonly at: string;
  readonly card: CardId;
}

/**
 * `question:<id>`, `snippet:<id>`, `check:<id of its question>/<id>`, `belief:<id>`, or
 * `drill:<recipe>` for a program that was made from a recipe, `interview:<UUID>` of a mock interview,
 * `plan:<id>` of an item of the plan of study, or `problem:<id>` of a practice problem.
 */
export type CardId =
  | `question:${string}`
  | `snippet:${string}`
  | `check:${string}`
  | `belief:${string}`
  | `drill:${string}`
  | `interview:${string}`
  | `plan:${string}`
  | `problem:${string}`;

export type EventPayload =
  | { readonly kind: 'opened' }
  | { readonly kind: 'bookmarked'; readonly on: boolean }
  /** The user wants to be asked this question some other time, or no longer. */
  | { readonly kind: 'askLater'; readonly on: boolean }
  /** The user's own note as a whole, Markdown; empty when it was removed. */
  | { readonly kind: 'noted'; readonly text: string }
  | { readonly kind: 'ticked'; readonly point: string; readonly on: boolean }
  | {
      readonly kind: 'answered';
      readonly check: string;
      readonly choice: number;
      readonly correct: boolean;
    }
  | {
      readonly kind: 'predicted';
      readonly verdict: 'exact' | 'possible' | 'wrong' | 'unknown';
      readonly mode: 'cards' | 'typed';
      /** The lines as predicted, and the Node that judged them. */
      readonly prediction: readonly string[];
      readonly node: string;
      /** Absent in logs of older versions, and where no page was predicted on. */
      readonly attempt?: Attempt;
    }
  | CopyPredicted
  /** A program of the drill was predicted; `verdict` as for a snippet. */
  | {
      readonly kind: 'drilled';
      readonly verdict: 'exact' | 'possible' | 'wrong' | 'unknown';
      readonly mode: 'cards' | 'typed';
      readonly prediction: readonly string[];
      /** The Node that judged it. */
      readonly node: string;
    }
  /** Answers of the drill fitted this belief so well that it was told. */
  | { readonly kind: 'found' }
  /** A wrong prediction of a snippet was what this belief would make of it, by the first pair of lines. */
  | { readonly kind: 'suspected'; readonly snippet: string }
  | Practised
  | Reviewed
  | Interviewed
  /** An item of the plan of study was ticked, or no longer is. */
  | { readonly kind: 'planTicked'; readonly on: boolean }
  /** Takes an event of the same card back, as if it had never been; a second one changes nothing. */
  | { readonly kind: 'undone'; readonly event: string }
  /** Reviews before this one no longer count. */
  | Reset;

/** The card is new again. What was reset in one go has one batch, so that it can be taken back in one go, however late. */
export interface Reset {
  readonly kind: 'reset';
  readonly batch?: string;
}

/**
 * The user changed a copy of the snippet and predicted what that prints. It says nothing of the snippet itself,
 * and lets the user compare what they tried.
 */
export interface CopyPredicted {
  readonly kind: 'copyPredicted';
  readonly verdict: 'exact' | 'possible' | 'wrong' | 'unknown';
  /** The copy as it ran. */
  readonly code: string;
  /** The lines as predicted, those of the run that judged them, and its Node. */
  readonly prediction: readonly string[];
  readonly output: readonly string[];
  readonly node: string;
}

/** All tests of a practice problem were run, and none of them was cut short by the user. */
export interface Practised {
  readonly kind: 'practised';
  /** How many tests passed, and how many did not. */
  readonly passed: number;
  readonly failed: number;
  /** How many hints had been shown by then. */
  readonly hints: number;
  /** The Node that ran them. */
  readonly node: string;
}

/** One graded encounter with a card. */
export interface Reviewed {
  readonly kind: 'reviewed';
  readonly rating: Rating;
  /** From the moment when the card was shown to its rating, in milliseconds. */
  readonly durationMs: number;
  readonly hints: number;
  /** Ids of the key points of a question that were not said. */
  readonly missed?: readonly string[];
  /** Which version of the card it was: see `contentHash`. */
  readonly content: string;
  /** What was remembered before; absent for the first review. For readers of the log: it decides nothing. */
  readonly before?: MemoryNote;
  readonly after: MemoryNote;
}

/** How well somebody remembered a card, by their own judgement. */
export type Rating = 'again' | 'hard' | 'good' | 'easy';

/** FSRS's two figures for a card, and when it is due, as an ISO 8601 string in UTC. */
export interface MemoryNote {
  /** Days until it is recalled with a probability of 90 %. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly due: string;
}

export interface Attempt {
  /** Which try on its page, from 1. */
  readonly number: number;
  /** What had been shown before it: which line of an earlier try was wrong, or the whole output. */
  readonly seen: 'nothing' | 'line' | 'output';
}

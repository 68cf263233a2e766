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

/** `question:<id>` or `snippet:<id>`. */
export type CardId = `question:${string}` | `snippet:${string}`;

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
    };

export interface Attempt {
  /** Which try on its page, from 1. */
  readonly number: number;
  /** What had been shown before it: which line of an earlier try was wrong, or the whole output. */
  readonly seen: 'nothing' | 'line' | 'output';
}

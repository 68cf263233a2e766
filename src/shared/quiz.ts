// What the quiz page asks of the host. Everything it shows is rendered by the host.
import type { Rating } from '../study/event.ts';

export type { Rating };

/** What is asked for by its name alone, which a button has as its `data-do`. */
export const quizActions = [
  'hint',
  'pause',
  'resume',
  'giveUp',
  'skip',
  'undo',
  'explain',
  'openProblem',
  'again',
  'askSkipped',
  'today',
  'more',
  'drill',
  'progress',
  'showLog',
] as const;

export type QuizRequest =
  | { readonly kind: (typeof quizActions)[number] }
  /** `typed`: an answer that was written. `spokenMs`: how long one was said aloud, by the timer. */
  | { readonly kind: 'next'; readonly typed?: string; readonly spokenMs?: number }
  | { readonly kind: 'tick'; readonly point: string; readonly on: boolean }
  /** Of a check, by its place in the bank. */
  | { readonly kind: 'choose'; readonly choice: number }
  /** The lines that a snippet is predicted to print. */
  | { readonly kind: 'predict'; readonly lines: readonly string[] }
  | { readonly kind: 'rate'; readonly rating: Rating };

/** For the page's script. */
export interface QuizData {
  /** What has just happened, for those who do not see it. */
  readonly said?: string;
}

/** What the page keeps of its own while a card is shown. */
export interface QuizKept {
  readonly typed: string;
  readonly spoken?: Spoken;
}

/** The timer of an answer that is said aloud. */
export interface Spoken {
  /** Milliseconds before it last began to run. */
  readonly elapsed: number;
  /** While it runs: since when by the document's clock, and when that clock began, for another document has another one. */
  readonly running?: { readonly since: number; readonly origin: number };
}

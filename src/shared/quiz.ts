// What the quiz page asks of the host. Everything it shows is rendered by the host.
import type { Rating } from '../study/event.ts';

export type { Rating };

export type QuizRequest =
  | {
      readonly kind:
        | 'hint'
        | 'next'
        | 'giveUp'
        | 'skip'
        | 'undo'
        | 'explain'
        | 'openProblem'
        | 'again'
        | 'more'
        | 'drill'
        | 'progress'
        | 'showLog';
    }
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
}

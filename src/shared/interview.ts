// What the page of mock interviews asks of the host. Everything it shows is rendered by the host, but for the clock.
import type { Score } from '../study/interview/interviewed.ts';

export type { Score };

/** Steps of the interview, each asked for by its name alone, which a button has as its `data-do`. */
export const interviewSteps = [
  'begin',
  'pause',
  'resume',
  'followUp',
  'answer',
  'next',
  'finish',
] as const;

/** What else is asked for by its name alone. */
export const interviewActions = [
  'hintSheet',
  'openStart',
  'openReport',
  'addReviews',
  'another',
  'feedback',
  'stopModel',
  'again',
  'showLog',
] as const;

export type InterviewRequest =
  | { readonly kind: (typeof interviewSteps)[number] }
  | { readonly kind: (typeof interviewActions)[number] }
  /** What is written so far, or the answer: one text for each field. */
  | {
      readonly kind: 'draft' | 'submit';
      readonly typed: readonly string[];
      readonly choice?: number;
    }
  | { readonly kind: 'modelFollowUp'; readonly typed: readonly string[] }
  | { readonly kind: 'score'; readonly own: Score }
  /** By its place in the list. */
  | { readonly kind: 'tick'; readonly point: number; readonly on: boolean }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'openQuestion'; readonly question: string };

/** For the page's script. */
export interface InterviewData {
  /** The clock, while an item is on the page. */
  readonly clock?: {
    /** Milliseconds that are left as the page is put in place; below 0 when it takes longer. */
    readonly left: number;
    readonly runs: boolean;
  };
  /** What was written before the panel was closed. */
  readonly draft?: InterviewKept;
}

/** What the page keeps of its own while an item is shown, by field. */
export interface InterviewKept {
  readonly typed: readonly string[];
  readonly choice?: number;
  /** A note that was not added yet. */
  readonly note?: string;
}

import type { Question } from '../bank/model.ts';

/** What the tree shows for a question. `done`: every key point ticked and every check right. */
export type QuestionState = 'new' | 'started' | 'done';

/** What the tree shows for a snippet. `solved`: predicted exactly, or in a possible order. */
export type SnippetState = 'new' | 'tried' | 'solved';

/** What the log adds up to. */
export interface Progress {
  question(question: Question): QuestionState;
  snippet(id: string): SnippetState;
  /**
   * When the snippet was last predicted wrong, in milliseconds since 1970; undefined when it never
   * was, or was right since.
   */
  predictedWrong(snippetId: string): number | undefined;
  /** Ids of the ticked key points. */
  ticked(questionId: string): ReadonlySet<string>;
  /** The latest choice for each check, by the check's id. */
  answers(questionId: string): ReadonlyMap<string, number>;
  bookmarked(questionId: string): boolean;
  /** Whether the user wants to be asked this question some other time. */
  askLater(questionId: string): boolean;
  /** The user's own note, Markdown; empty when there is none. */
  note(questionId: string): string;
  /** Milliseconds since 1970 of the last thing the user did with a question; 0 for never. */
  lastSeen(questionId: string): number;
}

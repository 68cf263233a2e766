import type { QuestionState, SnippetState } from './state.ts';
import type { Question } from '../bank/model.ts';

/** What the log adds up to. */
export interface Progress {
  question(question: Question): QuestionState;
  snippet(id: string): SnippetState;
  /** Ids of the ticked key points. */
  ticked(questionId: string): ReadonlySet<string>;
  /** The latest choice for each check, by the check's id. */
  answers(questionId: string): ReadonlyMap<string, number>;
  bookmarked(questionId: string): boolean;
  /** The user's own note, Markdown; empty when there is none. */
  note(questionId: string): string;
  /** Milliseconds since 1970 of the last thing the user did with a question; 0 for never. */
  lastSeen(questionId: string): number;
}

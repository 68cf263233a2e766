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
}

import type { Question, Snippet, Topic } from '../../bank/model.ts';
import type { AnswerProgress } from '../../shared/answer.ts';
import type { PageStrings } from './strings.ts';

/** All that the page of a question shows. */
export interface AnswerView {
  readonly question: Question;
  readonly topic: Topic | undefined;
  /** The question's own, from easy to hard. */
  readonly snippets: readonly Snippet[];
  readonly related: readonly Question[];
  readonly previous: Question | undefined;
  readonly next: Question | undefined;
  /** The id of the question that a link in the texts names; nothing for one that is not there. */
  readonly linked: (link: string) => string | undefined;
  readonly progress: AnswerProgress;
  /** The reader's own note, Markdown; empty when there is none. */
  readonly note: string;
  /** On which Nodes its snippets were verified, and when; missing when that cannot be said. */
  readonly verified: string | undefined;
  readonly strings: PageStrings;
}

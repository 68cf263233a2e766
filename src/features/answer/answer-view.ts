import { linkedId } from '../../bank/in-pack.ts';
import type { Question, Snippet, Topic } from '../../bank/model.ts';
import type { AnswerProgress } from '../../shared/answer.ts';
import type { VerifiedText } from '../../shared/verified.ts';
import type { LoadedBank } from '../services/services.ts';
import { verifiedText } from '../subject/verified-text.ts';
import type { GradeNames } from '../ui/grade-names.ts';

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
  readonly verified: VerifiedText | undefined;
  readonly names: GradeNames;
  /** Decides the order of each check's choices; kept while the page is shown. */
  readonly seed: number;
}

/** The part of it that the bank has. */
export function answerView(
  question: Question,
  loaded: LoadedBank,
  names: GradeNames,
): Omit<AnswerView, 'note' | 'progress' | 'seed'> {
  const place = loaded.questions.findIndex(({ id }) => id === question.id);
  const related = question.related.map((id) => loaded.question(id));
  const snippets = question.snippets.map((id) => loaded.snippet(id));
  return {
    question,
    topic: loaded.topic(question.topic),
    verified: verifiedText(loaded.bank.verified, question.snippets),
    snippets: snippets.filter((snippet) => snippet !== undefined),
    related: related.filter((one) => one !== undefined),
    previous: loaded.questions[place - 1],
    next: loaded.questions[place + 1],
    linked: linksFrom(question, loaded),
    names,
  };
}

/** See `AnswerView.linked`. */
export const linksFrom =
  (question: Question, loaded: LoadedBank): AnswerView['linked'] =>
  (link) =>
    linkedId(link, question, (id) => loaded.question(id) !== undefined);

import type { Question, Snippet } from './model.ts';

/** What can be found of a question, by field. */
export interface SearchDocument {
  readonly id: string;
  readonly title: string;
  /** The words of the id: what people call the subject in short. */
  readonly name: string;
  readonly tags: string;
  readonly relevantTo: string;
  readonly note: string;
  readonly keyPoints: string;
  readonly text: string;
}

/** @param note the user's own note to the question; empty when there is none */
export function searchDocument(
  question: Question,
  snippet: (id: string) => Snippet | undefined,
  note: string,
): SearchDocument {
  const { id, title, tags, relevantTo, keyPoints, followUps, checks } = question;
  const texts = [
    question.answer,
    question.example ?? '',
    question.sayIt,
    question.commonMistake,
    question.inProduction,
    ...followUps.flatMap((followUp) => [followUp.question, followUp.answer]),
    ...checks.map((check) => check.question),
    ...question.snippets.map((name) => snippet(name)?.title ?? ''),
  ];
  return {
    id,
    title,
    name: id.replaceAll('-', ' '),
    tags: tags.join(' '),
    relevantTo: relevantTo.join(' '),
    note,
    keyPoints: keyPoints.map(({ text }) => text).join('\n'),
    text: texts.join('\n'),
  };
}

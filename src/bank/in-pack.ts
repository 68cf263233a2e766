import type { Bank, Pack, Question, Snippet } from './model.ts';

/**
 * The bank of a pack under the pack's name: its ids begin with the pack's id and a slash.
 * @param bank as it was compiled; `related` may also name questions that come with Loopwise
 */
export function inPack(bank: Bank, pack: Pack): Bank {
  const own = new Set(bank.questions.map(({ id }) => id));
  const named = (id: string): string => `${pack.id}/${id}`;
  return {
    format: bank.format,
    topics: bank.topics.map((topic) => ({ ...topic, id: named(topic.id), pack })),
    questions: bank.questions.map((question): Question => ({
      ...question,
      id: named(question.id),
      topic: named(question.topic),
      pack: pack.id,
      related: question.related.map((id) => (own.has(id) ? named(id) : id)),
      snippets: question.snippets.map(named),
    })),
    snippets: bank.snippets.map((snippet): Snippet => ({
      ...snippet,
      id: named(snippet.id),
      question: named(snippet.question),
      ...(snippet.twin === undefined ? {} : { twin: named(snippet.twin) }),
    })),
  };
}

/**
 * The id of the question that a text of another question links to: of the same pack if there is
 * one, else of those that come with Loopwise.
 */
export function linkedId(
  link: string,
  from: Pick<Question, 'pack'>,
  exists: (id: string) => boolean,
): string | undefined {
  const near = from.pack === undefined ? link : `${from.pack}/${link}`;
  return [near, link].find(exists);
}

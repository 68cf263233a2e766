import type { Question, Snippet } from './model.ts';

/** What a search finds, such as `question:backpressure` or `snippet:backpressure/drain-when-empty`. */
export type SearchId = `question:${string}` | `snippet:${string}`;

/**
 * What can be found of a question or a snippet, by field. A field that it does not have is missing:
 * an empty one would make the others seem long.
 */
export interface SearchDocument {
  readonly id: SearchId;
  readonly title: string;
  /** The words of the id: what people call the subject in short. */
  readonly name: string;
  readonly tags?: string;
  readonly relevantTo?: string;
  /** Neighbours of the fields before, written as one word: `eventloop`. */
  readonly compounds?: string;
  readonly note?: string;
  readonly keyPoints?: string;
  readonly text?: string;
  /** The words of the id of a snippet's question. */
  readonly question?: string;
  readonly code?: string;
}

/** @param note the user's own note to the question; empty when there is none */
export function questionDocument(
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
    id: `question:${id}`,
    title,
    name: wordsOfId(id),
    tags: tags.join(' '),
    relevantTo: relevantTo.join(' '),
    compounds: compoundsOf([title, wordsOfId(id), ...tags, ...relevantTo]),
    ...(note !== '' && { note }),
    keyPoints: keyPoints.map(({ text }) => text).join('\n'),
    text: texts.join('\n'),
  };
}

/**
 * A snippet by its title, its id and its code. Its question's id counts little, or the question's
 * snippets would come before other questions; what it teaches is said after the prediction only.
 */
export function snippetDocument({ id, question, title, code }: Snippet): SearchDocument {
  const name = wordsOfId(id.slice(id.lastIndexOf('/') + 1));
  return {
    id: `snippet:${id}`,
    ...{ title, name },
    question: wordsOfId(question),
    code: withoutPrinting(code),
  };
}

const wordsOfId = (id: string): string => id.replace(/[-/]/g, ' ');

/** Each two neighbouring words of the texts as one; how often it is there counts. */
function compoundsOf(texts: readonly string[]): string {
  return texts
    .flatMap((text) => {
      const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      return words.slice(1).map((word, index) => `${words[index]}${word}`);
    })
    .join(' ');
}

/** Almost every snippet prints something: who types "log" is not looking for that. */
const withoutPrinting = (code: string): string => code.replace(/\bconsole\.(?:log|error)\b/g, '');

import type { Bank, Level, Question, Snippet } from '../../bank/model.ts';
import type { CardId } from '../event.ts';

/** Something that is asked again: a question to recall, a quick check, or a snippet to predict. */
export interface ReviewCard {
  readonly id: CardId;
  readonly kind: 'question' | 'check' | 'snippet';
  /** Of the bank: the question itself, or the one that it belongs to. Cards of one question are siblings. */
  readonly question: string;
  readonly topic: string;
  readonly level: Level;
  /** See `contentHash`. */
  readonly content: string;
}

/** The cards of a bank, in its order: each question, then what belongs to it. */
export function reviewCards({ questions, snippets }: Pick<Bank, 'questions' | 'snippets'>) {
  const snippet = new Map(snippets.map((one) => [one.id, one]));
  return questions.flatMap((question) => cardsOf(question, snippet));
}

function cardsOf(
  question: Question,
  snippets: ReadonlyMap<string, Snippet>,
): readonly ReviewCard[] {
  const { id, topic, level, title, keyPoints, checks } = question;
  const common = { question: id, topic, level };
  const points = keyPoints.map((point) => point.text);
  const own: ReviewCard = {
    ...{ ...common, id: `question:${id}`, kind: 'question' },
    content: contentHash([title, ...points]),
  };
  const asked = checks.map((check): ReviewCard => {
    const texts = check.choices.map(({ text, correct }) => `${String(correct)} ${text}`);
    const content = contentHash([check.question, ...texts]);
    return { ...common, id: `check:${id}/${check.id}`, kind: 'check', content };
  });
  const predicted = question.snippets.flatMap((name): ReviewCard[] => {
    const code = snippets.get(name)?.code;
    if (code === undefined) return [];
    return [{ ...common, id: `snippet:${name}`, kind: 'snippet', content: contentHash([code]) }];
  });
  return [own, ...asked, ...predicted];
}

/**
 * Tells versions of a card apart, so that somebody who reads the log knows what was asked. 53 bits
 * of an FNV-like hash over UTF-16 units (cyrb53, public domain), as 14 hexadecimal digits: no secret.
 */
export function contentHash(texts: readonly string[]): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const text of texts) {
    // A unit that no text has ends each, or ["ab"] and ["a", "b"] would be one.
    for (let index = 0; index <= text.length; index++) {
      const unit = index < text.length ? text.charCodeAt(index) : 0x1_0000;
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const value = 4294967296 * (2097151 & high) + (low >>> 0);
  return value.toString(16).padStart(14, '0');
}

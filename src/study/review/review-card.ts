import type { Problem } from '../../bank/material.ts';
import type { Level } from '../../bank/levels.ts';
import type { Choice, Question, Snippet } from '../../bank/model.ts';
import type { CardId } from '../event.ts';

/**
 * Something that is asked again: a question to recall, a quick check, a snippet to predict, a practice problem to solve
 * from memory, or a belief that answers fitted, for which a new program is made each time.
 */
export interface ReviewCard {
  readonly id: CardId;
  readonly kind: 'question' | 'check' | 'snippet' | 'belief' | 'problem';
  /** Of the bank: the question itself, or the one that it belongs to. Cards of one question are siblings. */
  readonly question: string;
  readonly topic: string;
  readonly level: Level;
  /** See `contentHash`; made when it is asked for, since a bank has many texts. */
  readonly content: () => string;
}

/** The cards of a question: itself, then what belongs to it. @param snippet undefined for one that the bank lacks */
export function cardsOfQuestion(
  { id, topic, level, title, keyPoints, checks, snippets }: Question,
  snippet: (id: string) => Snippet | undefined,
): readonly ReviewCard[] {
  const common = { question: id, topic, level };
  const own: ReviewCard = {
    ...{ ...common, id: `question:${id}`, kind: 'question' },
    content: () => contentHash([title, ...keyPoints.map(({ text }) => text)]),
  };
  const asked = checks.map((check): ReviewCard => ({
    ...{ ...common, id: checkCard(id, check.id), kind: 'check' },
    content: () => contentHash([check.question, ...check.choices.map(textOf)]),
  }));
  const predicted = snippets.flatMap((name): ReviewCard[] => {
    const code = snippet(name)?.code;
    if (code === undefined) return [];
    const content = (): string => contentHash([code]);
    return [{ ...common, id: `snippet:${name}`, kind: 'snippet', content }];
  });
  return [own, ...asked, ...predicted];
}

/** The card of a belief that was found, with the question that teaches it. */
export function cardOfBelief(
  { id, says }: { readonly id: string; readonly says: string },
  { id: question, topic, level }: Question,
): ReviewCard {
  const content = (): string => contentHash([says]);
  return { id: `belief:${id}`, kind: 'belief', question, topic, level, content };
}

/** The card of a practice problem that was opened, with the first question that it leads to. */
export function cardOfProblem(
  { id, task, level }: Problem,
  { id: question, topic }: Question,
): ReviewCard {
  const content = (): string => contentHash([task]);
  return { id: `problem:${id}`, kind: 'problem', question, topic, level, content };
}

const textOf = ({ text, correct }: Choice): string => `${String(correct)} ${text}`;

/** The card of a question's check. */
export const checkCard = (question: string, check: string): CardId => `check:${question}/${check}`;

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

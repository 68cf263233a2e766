import type { Problem } from '../../bank/material.ts';
import { beliefs } from '../../explain/beliefs.ts';
import { nameOfCard } from '../../study/event-line.ts';
import { checkCard, type ReviewCard } from '../../study/review/review-card.ts';
import type { LoadedBank } from './services.ts';

/**
 * What a card asks, in plain text: the title of a question, snippet or practice problem, a quick check's question, the
 * sentence of a belief. What bank or material no longer have is called by its id.
 */
export function cardTitle(
  { id, kind, question }: ReviewCard,
  bank: LoadedBank,
  problems: readonly Problem[],
): string {
  const name = nameOfCard(id);
  const of = bank.question(question);
  switch (kind) {
    case 'question':
      return of?.title ?? question;
    case 'check': {
      const check = of?.checks.find((one) => checkCard(question, one.id) === id);
      return withoutMarks(check?.question ?? name);
    }
    case 'snippet':
      return bank.snippet(name)?.title ?? name;
    case 'problem':
      return problems.find((one) => one.id === name)?.title ?? name;
    case 'belief':
      return withoutMarks(beliefs.find((one) => one.id === name)?.says ?? name);
  }
}

/** Inline Markdown for a list that shows none. */
const withoutMarks = (text: string): string => text.replace(/[`*]/g, '');

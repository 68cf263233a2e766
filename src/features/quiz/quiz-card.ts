import type { Problem } from '../../bank/material.ts';
import type { Check, Question, Snippet } from '../../bank/model.ts';
import { beliefs, type Belief } from '../../explain/beliefs.ts';
import type { CardId } from '../../study/event.ts';
import { checkCard, type ReviewCard } from '../../study/review/review-card.ts';
import type { LoadedBank } from '../services/services.ts';

/** A card with what is asked. */
export type QuizCard = ReviewCard & { readonly of: Question } & Asked;

type Asked =
  | { readonly kind: 'question' }
  | { readonly kind: 'check'; readonly check: Check }
  | { readonly kind: 'snippet'; readonly snippet: Snippet }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** Asked with a program that is made for it. */
  | { readonly kind: 'belief'; readonly belief: Belief };

/** Undefined for a card that the bank no longer has. */
export function quizCard(
  bank: LoadedBank,
  problems: readonly Problem[],
  cards: ReadonlyMap<CardId, ReviewCard>,
  id: CardId,
): QuizCard | undefined {
  const card = cards.get(id);
  const of = card && bank.question(card.question);
  if (!card || !of) return undefined;
  switch (card.kind) {
    case 'question':
      return { ...card, kind: 'question', of };
    case 'check': {
      const check = of.checks.find((one) => checkCard(of.id, one.id) === id);
      return check && { ...card, kind: 'check', check, of };
    }
    case 'snippet': {
      const snippet = bank.snippet(id.slice('snippet:'.length));
      return snippet && { ...card, kind: 'snippet', snippet, of };
    }
    case 'problem': {
      const problem = problems.find((one) => `problem:${one.id}` === id);
      return problem && { ...card, kind: 'problem', problem, of };
    }
    case 'belief': {
      const belief = beliefs.find((one) => `belief:${one.id}` === id);
      return belief && { ...card, kind: 'belief', belief, of };
    }
  }
}

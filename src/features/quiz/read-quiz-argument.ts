import { readScope, type QuizScope } from './quiz-scope.ts';

/**
 * What a command is told to ask: a scope, from a key binding or another feature, or a node of the
 * tree of questions.
 */
export function readArgument(argument: unknown): QuizScope | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { kind, topic, card } = argument as Record<'kind' | 'topic' | 'card', unknown>;
  if (kind === 'topic' && hasId(topic)) return { kind: 'topic', id: topic.id };
  if (kind === 'card' && hasId(card)) return { kind: 'question', id: card.id };
  return readScope(argument);
}

const hasId = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && typeof (value as { id?: unknown }).id === 'string';

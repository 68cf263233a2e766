import type { Level } from '../../bank/model.ts';
import { isRecord } from '../../collections/is-record.ts';

/**
 * What a quiz asks: what is due and new today, or one of both, or everything of a part of the bank
 * whether it is due or not.
 */
export type QuizScope =
  | { readonly kind: 'due' | 'reviews' | 'new' | 'bookmarks' | 'missed' }
  | { readonly kind: 'topic' | 'question'; readonly id: string }
  | { readonly kind: 'level'; readonly level: Level };

/** A scope that comes from anywhere: a stored page, a menu, a key binding. */
export function readScope(value: unknown): QuizScope | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, id, level } = value;
  if (isOfToday({ kind }) || kind === 'bookmarks' || kind === 'missed') return { kind } as QuizScope;
  if (kind === 'topic' || kind === 'question') {
    return typeof id === 'string' ? { kind, id } : undefined;
  }
  if (kind !== 'level') return undefined;
  return level === 'junior' || level === 'mid' || level === 'senior' ? { kind, level } : undefined;
}

/** Whether the schedule says what is asked. */
export const isOfToday = ({ kind }: { readonly kind: unknown }): boolean =>
  kind === 'due' || kind === 'reviews' || kind === 'new';

import type { Level } from '../../bank/model.ts';
import { isRecord } from '../../collections/is-record.ts';

/** What a quiz asks: what is due, or everything of a part of the bank whether it is due or not. */
export type QuizScope =
  | { readonly kind: 'due' | 'bookmarks' | 'missed' }
  | { readonly kind: 'topic' | 'question'; readonly id: string }
  | { readonly kind: 'level'; readonly level: Level };

/** A scope that comes from anywhere: a stored page, a menu, a key binding. */
export function readScope(value: unknown): QuizScope | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, id, level } = value;
  if (kind === 'due' || kind === 'bookmarks' || kind === 'missed') return { kind };
  if (kind === 'topic' || kind === 'question') {
    return typeof id === 'string' ? { kind, id } : undefined;
  }
  if (kind !== 'level') return undefined;
  return level === 'junior' || level === 'mid' || level === 'senior' ? { kind, level } : undefined;
}

import { isLevel, type Level } from '../../bank/levels.ts';
import { isRecord } from '../../collections/is-record.ts';

/** What a quiz asks: what the schedule wants today, or everything of a part of the bank. */
export type QuizScope = TodayScope | BankScope;

/** `due`: all of today. `reviews`, `redo`, `new`: a part of it. `one`: the first card alone. */
export interface TodayScope {
  readonly kind: (typeof todayKinds)[number];
}

/** Whether its cards are due or not. `questions`: of a file, for example. `rules`: those that predictions got wrong. */
export type BankScope =
  | { readonly kind: 'bookmarks' | 'missed' | 'rules' }
  /** `card`: this one alone, by the id of its card. */
  | { readonly kind: 'topic' | 'question' | 'tag' | 'card'; readonly id: string }
  | { readonly kind: 'questions'; readonly ids: readonly string[] }
  | { readonly kind: 'level'; readonly level: Level };

const todayKinds = ['due', 'reviews', 'redo', 'new', 'one'] as const;

/** A scope that comes from anywhere: a stored page, a menu, a key binding. */
export function readScope(value: unknown): QuizScope | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, id, ids, level } = value;
  const today = todayKinds.find((one) => one === kind);
  if (today) return { kind: today };
  switch (kind) {
    case 'bookmarks':
    case 'missed':
    case 'rules':
      return { kind };
    case 'topic':
    case 'question':
    case 'tag':
    case 'card':
      return typeof id === 'string' ? { kind, id } : undefined;
    case 'questions': {
      const isList = Array.isArray(ids) && ids.every((one) => typeof one === 'string');
      return isList ? { kind, ids } : undefined;
    }
    case 'level':
      return isLevel(level) ? { kind, level } : undefined;
    default:
      return undefined;
  }
}

/** Whether the schedule says what is asked. */
export const isOfToday = (scope: QuizScope): scope is TodayScope =>
  todayKinds.some((kind) => kind === scope.kind);

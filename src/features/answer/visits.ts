import { isRecord } from '../../collections/is-record.ts';

/** A question that was opened, and how its page looked. */
export interface Visit {
  readonly question: string;
  /** Any integer: what the order of the choices follows from. */
  readonly seed: number;
  /** See `Page.key`: another one for each visit, so that each is left and found at its own place. */
  readonly key: string;
}

/** The questions that were opened one after another; immutable. */
export interface Visits {
  /** The oldest first. */
  readonly list: readonly Visit[];
  /** The place in the list of the one that is shown; -1 before there is one. */
  readonly at: number;
}

/** The page remembers where the reader was in as many. */
export const mostVisits = 50;

export const noVisits: Visits = { list: [], at: -1 };

/** Goes on to another question: those that were gone back from are forgotten, as in a browser. */
export function visited({ list, at }: Visits, visit: Visit): Visits {
  const next = [...list.slice(0, at + 1), visit].slice(-mostVisits);
  return { list: next, at: next.length - 1 };
}

/** The same list from another place; undefined where it has no such place. */
export function moved({ list, at }: Visits, by: 1 | -1): Visits | undefined {
  return list[at + by] ? { list, at: at + by } : undefined;
}

export const currentVisit = ({ list, at }: Visits): Visit | undefined => list[at];

/** What was stored of them, from anywhere. */
export function readVisits(stored: unknown): Visits {
  if (!isRecord(stored)) return noVisits;
  const { list, at } = stored;
  const isPlace = Array.isArray(list) && Number.isInteger(at) && list[at as number] !== undefined;
  return isPlace && list.every(isVisit) ? { list, at: at as number } : noVisits;
}

export function isVisit(stored: unknown): stored is Visit {
  return (
    isRecord(stored) &&
    typeof stored['question'] === 'string' &&
    Number.isInteger(stored['seed']) &&
    typeof stored['key'] === 'string'
  );
}

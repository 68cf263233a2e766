import { createTurns } from '../collections/in-slices.ts';

/** Text on one stream, at its place among all others. */
export interface Piece {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** Which step of the recording it was; absent for what went around the records. */
  readonly step?: number;
}

/** What came over a real pipe, as `comparable` makes it, and how many pieces were known by records when it came. */
export interface Arrival {
  readonly text: string;
  readonly known: number;
}

/** Text that no record announced, to stand before the piece with that index. */
export interface Unrecorded extends Piece {
  readonly before: number;
  /** Nothing announced comes after it on its stream. */
  readonly last: boolean;
}

/**
 * Finds what went around the records: native messages of Node, children of the snippet that
 * inherited its stdout. Within its stream the place is exact. Against the other stream it is a
 * guess from the time of arrival. What was announced and never arrived
 * (`process.exit()` cuts pipes) is passed over. Takes turns with others: there may be a hundred thousand writes.
 */
export async function findUnrecorded(
  stream: Piece['stream'],
  pieces: readonly Piece[],
  arrivals: readonly Arrival[],
): Promise<Unrecorded[]> {
  const turns = createTurns();
  const arrived = arrivals.map(({ text }) => text).join('');
  const knownAt = createKnownAt(arrivals);
  const found: Unrecorded[] = [];
  let at = 0;
  let after = 0;
  let missing = 0;

  const add = (end: number, next: number, last: boolean) => {
    const text = arrived.slice(at, end);
    if (text === '') return;
    const guess = knownAt(at);
    found.push({ stream, text, before: Math.min(Math.max(guess, after), next), last });
  };

  for (const [index, piece] of pieces.entries()) {
    if (index % betweenLooks === 0) await turns.next();
    if (piece.stream !== stream) continue;
    const text = comparable(piece.text);
    const place = arrived.startsWith(text, at) ? at : arrived.indexOf(text, at);
    if (place === -1) {
      // Cut off in the middle of a write, or lost.
      if (text.startsWith(arrived.slice(at))) return found;
      if (++missing > 20) return found;
      continue;
    }
    add(place, index, false);
    at = place + text.length;
    after = index + 1;
  }
  add(arrived.length, pieces.length, true);
  return found;
}

/** How many writes are compared before somebody looks at the clock. */
const betweenLooks = 256;

/** Bytes that are not UTF-8 decode differently when they are split differently. */
export const comparable = (text: string) =>
  // Most texts are: a hundred thousand short ones must not take long.
  text.isWellFormed() && !text.includes('\uFFFD')
    ? text
    : text.replace(/[\p{Surrogate}\uFFFD]/gu, '');

/** How many pieces were known when the text at an offset came. Offsets are asked for upwards. */
function createKnownAt(arrivals: readonly Arrival[]): (offset: number) => number {
  let index = 0;
  let end = arrivals[0]?.text.length ?? 0;
  return (offset) => {
    while (offset >= end && ++index < arrivals.length) {
      end += arrivals[index]?.text.length ?? 0;
    }
    return arrivals[index]?.known ?? Number.MAX_SAFE_INTEGER;
  };
}

/** The pieces with the found text among them. */
export function mergeUnrecorded(pieces: readonly Piece[], found: readonly Unrecorded[]): Piece[] {
  const merged: Piece[] = [];
  // Stable: what was found first on its place stays first.
  const sorted = found.toSorted((one, other) => one.before - other.before);
  let next = 0;
  for (let index = 0; index <= pieces.length; index++) {
    for (; sorted[next]?.before === index; next++) {
      const { stream, text } = sorted[next] as Unrecorded;
      merged.push({ stream, text });
    }
    const piece = pieces[index];
    if (piece !== undefined) merged.push(piece);
  }
  return merged;
}

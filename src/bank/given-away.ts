import { displayText, lineKey } from '../order/line-text.ts';
import { matchLines } from '../order/matcher.ts';
import type { OutputLine } from '../order/output.ts';
import { expectedLines } from './decoys.ts';
import type { Snippet } from './model.ts';

/** What it is about the cards of a snippet that solves it for somebody who never reads the code. */
export type GivenAway = 'oneCard' | 'anyOrder' | 'numbers' | 'alphabet' | 'words';

/**
 * How the cards alone solve a snippet: there is only one, every order of them is right, or one that
 * their texts suggest is. Undefined when they don't. Each line that is never printed is a card too,
 * and whoever goes by the cards alone uses them all.
 */
export function givenAway(snippet: Snippet): GivenAway | undefined {
  const cards = [...expectedLines(snippet), ...(snippet.decoys ?? [])];
  const isRight = (lines: readonly OutputLine[]): boolean =>
    [snippet.expect, ...snippet.variants.map(({ expect }) => expect)].some(
      (order) => matchLines(order, lines, { comparison: 'text' }).kind === 'match',
    );
  if (cards.length === 0) return undefined;
  if (cards.length === 1) return isRight(cards) ? 'oneCard' : undefined;
  const backwards = cards.toReversed();
  const found = Object.entries(suggested).find(([, order]) => {
    const lines = order(cards);
    return lines.length > 0 && isRight(lines);
  });
  if (!found) return undefined;
  const rotated = cards.map((_, at) => [...cards.slice(at), ...cards.slice(0, at)]);
  if ([backwards, ...rotated].every(isRight)) return 'anyOrder';
  return found[0] as GivenAway;
}

type Suggested = Record<
  Exclude<GivenAway, 'oneCard' | 'anyOrder'>,
  (cards: readonly OutputLine[]) => readonly OutputLine[]
>;

/** The orders that texts suggest; lines of which they say nothing keep out of it by their alphabet. */
const suggested: Suggested = {
  numbers: (cards) => sortedBy(cards, (text) => numbersIn(text)[0]),
  words: (cards) => sortedBy(cards, (text) => wordRank(text)),
  alphabet: (cards) => sortedBy(cards, () => 0),
};

/**
 * By their rank, then by their alphabet with numbers by their value; what Node prints at the end comes
 * last. Those without a rank stand in the middle.
 */
function sortedBy(
  cards: readonly OutputLine[],
  rank: (text: string) => number | undefined,
): OutputLine[] {
  const own = cards.map((line) => ({ line, rank: rank(displayText(line)), end: endRank(line) }));
  if (own.every((card) => card.end !== undefined || card.rank === undefined)) return [];
  return own
    .toSorted(
      (a, b) =>
        (a.end ?? a.rank ?? middle) - (b.end ?? b.rank ?? middle) ||
        alphabet.compare(lineKey(a.line, 'text'), lineKey(b.line, 'text')),
    )
    .map(({ line }) => line);
}

const middle = 50;
const alphabet = new Intl.Collator('en', { numeric: true });

function endRank({ stream }: OutputLine): number | undefined {
  if (stream === 'uncaught') return Number.MAX_SAFE_INTEGER - 1;
  return stream === 'exit' ? Number.MAX_SAFE_INTEGER : undefined;
}

const numbersIn = (text: string): number[] => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

/** `first`, `start`, `before` are at the beginning; `last`, `end`, `after` at the end. */
function wordRank(text: string): number | undefined {
  const words: readonly string[] = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const ordinal = ordinals.findIndex((names) => names.some((name) => words.includes(name)));
  if (ordinal !== -1) return ordinal;
  if (words.some((word) => /^(?:start|starts|started|begin|begins|before)$/.test(word))) return 0;
  if (words.some((word) => /^(?:end|ends|ended|done|finished|finally|last|after)$/.test(word))) {
    return 2 * middle;
  }
  return undefined;
}

const ordinals: readonly (readonly string[])[] = [
  ['zero'],
  ['one', 'first'],
  ['two', 'second'],
  ['three', 'third'],
  ['four', 'fourth'],
  ['five', 'fifth'],
];

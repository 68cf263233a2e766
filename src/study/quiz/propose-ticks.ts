import { stemmer } from 'stemmer';

/** A key point of a question; its text is Markdown. */
interface Point {
  readonly id: string;
  readonly text: string;
}

/**
 * The key points that a typed answer seems to make, by their ids: a suggestion, which the user changes.
 *
 * It compares words, and knows nothing of meaning, so it would rather miss a point than suggest one that was not
 * made. A point counts where a sentence, or two in a row, has most of its words, none of them turned into its
 * opposite, as many negations, and the words in the point's own order where order is what it is about.
 */
export function proposeTicks(points: readonly Point[], answer: string): readonly string[] {
  const sentences = sentencesOf(answer).map(readWords);
  const pairs = sentences.slice(1).map((next, at) => joined(sentences[at] ?? next, next));
  const passages = [...sentences, ...pairs];
  return points
    .filter(({ text }) => {
      const point = readWords(text);
      return passages.some((passage) => says(passage, point));
    })
    .map(({ id }) => id);
}

/** A text as it is compared. */
interface Words {
  /** What its words come down to, in their order, without those that say nothing. */
  readonly stems: readonly string[];
  /** Stems of code, which are the terms of the field. */
  readonly terms: ReadonlySet<string>;
  /** How many negations: two of them say what none says, and nobody counts on that. */
  readonly negations: number;
}

/** So much of what a point says has to be there: found with the answers of the bank, see the tests. */
const enough = 0.6;
/** Fewer words in common are a coincidence. */
const fewest = 3;

function says(passage: Words, point: Words): boolean {
  if (passage.negations !== point.negations) return false;
  const there = new Set(passage.stems);
  if (contradicts(there, point)) return false;
  const wanted = [...new Set(point.stems)];
  const common = wanted.filter((stem) => there.has(stem));
  if (common.length < Math.min(fewest, wanted.length)) return false;
  const said = isAboutOrder(wanted) ? longestInOrder(common, passage.stems) : common;
  const weight = (stems: readonly string[]): number =>
    stems.reduce((sum, stem) => sum + (point.terms.has(stem) || isNumber(stem) ? 2 : 1), 0);
  return weight(said) >= enough * weight(wanted);
}

/** Other numbers, or the opposite of a word. */
function contradicts(there: ReadonlySet<string>, { stems }: Words): boolean {
  const own = new Set(stems);
  const [numbers, otherNumbers] = [[...own].filter(isNumber), [...there].filter(isNumber)];
  const isForeign = otherNumbers.some((number) => !own.has(number));
  if (isForeign && numbers.some((number) => !there.has(number))) return true;
  return opposites.some(
    ([one, other]) =>
      (own.has(one) && !own.has(other) && there.has(other)) ||
      (own.has(other) && !own.has(one) && there.has(one)),
  );
}

const stemsIn = (words: string): readonly string[] => words.split(' ').map(stemmer);

/** Pairs of stems of which one denies the other. */
const opposites: readonly (readonly [string, string])[] = [
  ...['before after', 'first last', 'more less', 'more fewer', 'faster slower', 'higher lower'],
  ...['synchronous asynchronous', 'sync async', 'synchronously asynchronously', 'same different'],
  ...['larger smaller', 'mutable immutable', 'blocking nonblocking', 'safe unsafe', 'same other'],
  ...['increase decrease', 'increases reduces', 'all some', 'every some', 'inside outside'],
  ...['early late', 'minimum maximum', 'shortest longest', 'allow forbid', 'allow prevent'],
  ...['client server', 'only also', 'once repeatedly'],
].map((pair) => {
  const [one = '', other = ''] = stemsIn(pair);
  return [one, other];
});

/** With one of these, the same words in another order say something else. */
const orderWords = new Set(stemsIn('before after until then first than over into from instead'));

const isAboutOrder = (stems: readonly string[]): boolean =>
  stems.some((stem) => orderWords.has(stem));

const isNumber = (stem: string): boolean => /^\d/.test(stem);

/** Words that say nothing on their own. */
const fillers = new Set(
  'a an and are as at be been being but by can do does for has have how i if in is it its may of on or own so such that the their them there these they this those to use used uses was we were what when where which while who will with would you your'.split(
    ' ',
  ),
);

const negations = new Set(
  'not no never none nothing nobody neither nor without hardly false wrong untrue myth'.split(' '),
);

/**
 * A full stop inside a name or a number, as in `process.nextTick` or 20.19, ends nothing, nor does one before a
 * sentence that takes the last one back: "That is wrong."
 */
const sentencesOf = (text: string): readonly string[] =>
  text
    .split(
      /[.!?](?!\S)(?!\s(?:that|this|it|which)(?: is|[’']s| was) (?:not|wrong|false|untrue|a myth)\b)|\n(?=\n|[-*] )/i,
    )
    .filter((sentence) => sentence.trim() !== '');

function readWords(text: string): Words {
  const whole = text.replace(/n[’']t\b/g, ' not').replace(/\bcannot\b/gi, 'can not');
  const terms = new Set(
    [...whole.matchAll(/`([^`]+)`/g)].flatMap(([, code = '']) => wordsIn(code).map(stemmer)),
  );
  const words = wordsIn(whole);
  return {
    stems: words.filter((word) => !fillers.has(word) && !negations.has(word)).map(stemmer),
    terms,
    negations: words.filter((word) => negations.has(word)).length,
  };
}

/** Names are split at their dots: who says "nextTick" means `process.nextTick`. */
const wordsIn = (text: string): readonly string[] =>
  text.toLowerCase().match(/\d+(?:\.\d+)*|[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];

const joined = (one: Words, other: Words): Words => ({
  stems: [...one.stems, ...other.stems],
  terms: new Set([...one.terms, ...other.terms]),
  negations: one.negations + other.negations,
});

/** The most of `wanted` that stands in `there` in this order. */
function longestInOrder(wanted: readonly string[], there: readonly string[]): readonly string[] {
  /** Of each beginning of `wanted`, the longest that was found so far. */
  let best: (readonly string[])[] = Array.from({ length: wanted.length + 1 }, () => []);
  for (const stem of there) {
    const next = [...best];
    for (const [at, one] of wanted.entries()) {
      const found = one === stem ? [...(best[at] ?? []), one] : [];
      const longest = [next[at + 1] ?? [], next[at] ?? [], found];
      next[at + 1] = longest.reduce((most, some) => (some.length > most.length ? some : most));
    }
    best = next;
  }
  return best.at(-1) ?? [];
}

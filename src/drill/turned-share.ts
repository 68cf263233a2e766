/**
 * How many of the pairs of lines are printed in another order than that in which the code has them, from 0 to 1. Where
 * it is next to none, the code reads like its output.
 *
 * @param labels in the order of the code
 */
export function turnedShare(labels: readonly string[], printed: readonly string[]): number {
  const places = printed.map((line) => labels.indexOf(line));
  const pairs = places.flatMap((place, at) => places.slice(at + 1).map((later) => later < place));
  return pairs.length === 0 ? 0 : pairs.filter(Boolean).length / pairs.length;
}

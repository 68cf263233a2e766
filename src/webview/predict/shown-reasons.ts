import type { Explanation, Explanations } from '../../shared/timeline.ts';

/** Between more lines than these, reasons only stand in the way. */
export const reasonsShown = 50;

/** The reasons that say something new: not those that repeat the one before. */
export function shownReasons({ pairs }: Explanations): Explanations['pairs'] {
  return pairs
    .slice(0, reasonsShown)
    .map((pair, index) => (pair && repeats(pair, pairs[index - 1]) ? undefined : pair));
}

function repeats(pair: Explanation, before: Explanation | undefined): boolean {
  return (
    pair.title === before?.title && pair.text === before.text && pair.certainty === before.certainty
  );
}

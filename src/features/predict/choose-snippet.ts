import type { Snippet } from '../../bank/model.ts';
import type { Progress } from '../../study/progress.ts';

/** The unsolved snippet that follows the current one in the bank's order, going round. */
export function nextUnsolved(
  snippets: readonly Snippet[],
  progress: Progress,
  current: string | undefined,
): Snippet | undefined {
  const start = snippets.findIndex(({ id }) => id === current) + 1;
  return [...snippets.slice(start), ...snippets.slice(0, start)].find(
    ({ id }) => id !== current && progress.snippet(id) !== 'solved',
  );
}

/**
 * Any snippet that is not solved, and not the current one while there is another.
 * @param random from 0 to 1, without 1
 */
export function randomUnsolved(
  snippets: readonly Snippet[],
  progress: Progress,
  current: string | undefined,
  random: number,
): Snippet | undefined {
  const unsolved = snippets.filter(({ id }) => progress.snippet(id) !== 'solved');
  return randomOther(unsolved, current, random);
}

/** Any of these snippets, and not the current one while there is another. */
export function randomOther(
  snippets: readonly Snippet[],
  current: string | undefined,
  random: number,
): Snippet | undefined {
  const others = snippets.filter(({ id }) => id !== current);
  const candidates = others.length > 0 ? others : snippets;
  return candidates[Math.floor(random * candidates.length)];
}

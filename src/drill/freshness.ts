import type { Drill } from './drill.ts';
import { tricksOf } from './tricks.ts';

/** So many programs back none has been wrong for the same beliefs. */
const signaturesBack = 10;
/** Of so many programs back none has had two of the tricks of this one, and at most so many have had one of them. */
const tricksBack = 8;
const mostOfTrick = 2;
/** So many programs back none has had any of them. */
const remembered = 2;

/** What is remembered of a program that was shown, to show something else next. */
export interface Shown {
  /** Which beliefs it catches: what has to be known to solve it. */
  readonly signature: string;
  /** What a reader has seen through who has solved it. */
  readonly tricks: readonly string[];
}

export function shownOf({ program, believed }: Pick<Drill, 'program' | 'believed'>): Shown {
  return {
    signature: [...believed.keys()].toSorted().join(' '),
    tricks: tricksOf(program),
  };
}

/**
 * Whether a program asks something else than those that were shown before it.
 *
 * @param shown the latest one last
 */
export function isFresh(
  drill: Pick<Drill, 'program' | 'believed'>,
  shown: readonly Shown[],
): boolean {
  const { signature, tricks } = shownOf(drill);
  if (shown.slice(-signaturesBack).some((one) => one.signature === signature)) return false;
  const shared = shown
    .slice(-tricksBack)
    .map((one) => tricks.filter((trick) => one.tricks.includes(trick)));
  if (shared.some(({ length }) => length > 1)) return false;
  if (shared.slice(-remembered).some(({ length }) => length > 0)) return false;
  return tricks.every((trick) => shared.filter((of) => of.includes(trick)).length < mostOfTrick);
}

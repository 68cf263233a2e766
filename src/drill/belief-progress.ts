import type { BeliefId } from '../explain/beliefs.ts';
import type { Drill } from './drill.ts';

/** What became of a belief that answers fitted so well that it was told. */
export interface BeliefProgress {
  readonly belief: BeliefId;
  /**
   * Held: the last program that it gets wrong was answered as it predicts, or none was answered since it was
   * told. Shaken: right answers since. Gone: so many that it may be said, and not too long ago.
   */
  readonly state: 'held' | 'shaken' | 'gone';
  /** When it was told first: milliseconds since 1970, as all times here. */
  readonly found: number;
  /** The last answer that it predicts; undefined where none of the answers is known any more. */
  readonly seen: number | undefined;
  /** Right answers since then, to programs that it gets wrong. */
  readonly right: number;
  /** Of the answers that are known: those to programs that it gets wrong, and how many of them were wrong, as it predicts or otherwise. */
  readonly asked: number;
  readonly wrong: number;
}

/** An answer with its program. */
export interface DatedAnswer {
  readonly drill: Drill;
  readonly prediction: readonly string[];
  readonly at: number;
}

/** Right answers that a belief is gone after; an older one counts less. */
const rightUntilGone = 2.5;
/** After so many days a right answer counts half: what isn't used is forgotten. */
const halfLifeDays = 90;

const day = 24 * 60 * 60_000;

/**
 * The beliefs that were told, the last one first: a projection of the log, the same for the same
 * answers in whatever order they are given.
 *
 * @param found when each was told first
 */
export function beliefProgress(
  answers: readonly DatedAnswer[],
  found: readonly (readonly [BeliefId, number])[],
  now: number,
): readonly BeliefProgress[] {
  const inOrder = answers.toSorted((one, other) => one.at - other.at);
  return found
    .map(([belief, at]) => progressOf(belief, at, inOrder, now))
    .toSorted((one, other) => other.found - one.found);
}

/**
 * Those that answers to drilled programs show to be held or not gone yet, the one with the largest share of wrong answers first.
 * @param most of how many
 */
export function weakest(
  beliefs: readonly BeliefProgress[],
  most: number,
): readonly BeliefProgress[] {
  const share = ({ wrong, asked }: BeliefProgress): number => wrong / asked;
  return beliefs
    .filter(({ state, wrong }) => state !== 'gone' && wrong > 0)
    .toSorted((one, other) => share(other) - share(one) || other.wrong - one.wrong)
    .slice(0, most);
}

function progressOf(
  belief: BeliefId,
  found: number,
  answers: readonly DatedAnswer[],
  now: number,
): BeliefProgress {
  let seen: number | undefined;
  let right: number[] = [];
  let [asked, wrong] = [0, 0];
  for (const { drill, prediction, at } of answers) {
    const believed = drill.believed.get(belief);
    // A race has more than one right answer, and tells nothing.
    if (!believed || drill.recipe.race) continue;
    const isRight = isSame(prediction, drill.outputs[0] ?? []);
    asked += 1;
    if (!isRight) wrong += 1;
    if (isSame(prediction, believed)) {
      seen = at;
      right = [];
    } else if (at > found && isRight) right.push(at);
  }
  const weight = right.reduce(
    (sum, at) => sum + 0.5 ** (Math.max(0, now - at) / day / halfLifeDays),
    0,
  );
  const state = weight >= rightUntilGone ? 'gone' : right.length > 0 ? 'shaken' : 'held';
  return { belief, state, found, seen, right: right.length, asked, wrong };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);

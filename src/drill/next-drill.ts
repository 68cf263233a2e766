import type { Diagnosis } from './diagnosis.ts';
import { marginals } from './diagnosis.ts';
import type { Drill, Recipe } from './drill.ts';
import { suits } from './compose.ts';
import { makeDrill } from './make-drill.ts';
import type { Level } from './motif.ts';
import { predictionsOf } from './predictions.ts';
import { derivedSeed } from './random.ts';

/** How many programs one is chosen from. */
const mostCandidates = 20;
/** The beliefs that are aimed at: each of the likeliest that belong to the level has a candidate that catches it. */
const aims = 8;

/**
 * The drill that tells the likeliest beliefs apart best: of fresh candidates, some of them aimed, the one whose
 * prediction is the least certain. It takes some 100 ms, so it belongs into a thread, while somebody
 * reads the program before.
 *
 * @param seed another one each time
 */
export function nextDrill(diagnosis: Diagnosis, level: Level, seed: number): Drill | undefined {
  const likeliest = marginals(diagnosis)
    .filter(([belief]) => suits(level, belief))
    .slice(0, aims);
  const candidates = Array.from({ length: mostCandidates }, (_, at) => {
    const recipe: Recipe = { level, seed: derivedSeed(seed, at) };
    const aim = likeliest[at]?.[0];
    return makeDrill(aim ? { ...recipe, aim } : recipe);
  });
  return mostTelling(
    diagnosis,
    candidates.flatMap((drill) => drill ?? []),
  );
}

/** The one of several drills whose prediction tells the most. */
export function mostTelling(diagnosis: Diagnosis, drills: readonly Drill[]): Drill | undefined {
  return drills
    .map((drill) => ({ drill, bits: information(diagnosis, drill) }))
    .reduce<{ drill?: Drill; bits: number }>((best, one) => (one.bits > best.bits ? one : best), {
      bits: -1,
    }).drill;
}

/** How uncertain the prediction of a drill is, in bits. */
function information({ hypotheses }: Diagnosis, drill: Drill): number {
  const predictions = predictionsOf(drill);
  const shares = new Map<string, number>();
  for (const { beliefs, probability } of hypotheses) {
    const key = predictions.of(beliefs).join('\n');
    shares.set(key, (shares.get(key) ?? 0) + probability);
  }
  return [...shares.values()].reduce(
    (sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum),
    0,
  );
}

import type { Diagnosis } from './diagnosis.ts';
import { marginals } from './diagnosis.ts';
import type { Drill, Recipe } from './drill.ts';
import { suits } from './compose.ts';
import { isFresh, type Shown } from './freshness.ts';
import { makeDrill } from './make-drill.ts';
import type { Level } from './motif.ts';
import { predictionsOf } from './predictions.ts';
import { derivedSeed } from './random.ts';

/** How many programs one is chosen from. */
const mostCandidates = 20;
/** The beliefs that are aimed at: each of the likeliest that belong to the level has a candidate that catches it. */
const aims = 8;

/** A fresh program is shown if it tells at least so much of what the most telling one does. */
const freshEnough = 0.8;

/**
 * The drill that tells the likeliest beliefs apart best: of fresh candidates, some of them aimed, the one whose
 * prediction is the least certain. It takes half a second, so it belongs into a thread, while somebody
 * reads the program before.
 *
 * @param seed another one each time
 * @param shown before; on level 4, where programs are many, something else is shown next if there is any
 */
export function nextDrill(
  diagnosis: Diagnosis,
  level: Level,
  seed: number,
  shown: readonly Shown[] = [],
): Drill | undefined {
  const likeliest = marginals(diagnosis)
    .filter(([belief]) => suits(level, belief))
    .slice(0, aims);
  const candidates = Array.from({ length: mostCandidates }, (_, at) => {
    const recipe: Recipe = { level, seed: derivedSeed(seed, at) };
    const aim = likeliest[at]?.[0];
    return makeDrill(aim ? { ...recipe, aim } : recipe);
  }).flatMap((drill) => drill ?? []);
  const told = candidates.map((drill): Told => ({ drill, bits: information(diagnosis, drill) }));
  const best = mostBits(told);
  const fresh =
    level < 4 ? best : mostBits(told.filter(({ drill }) => drill && isFresh(drill, shown)));
  // To know what somebody believes is worth more than variety, which most programs have.
  return fresh.bits >= best.bits * freshEnough ? fresh.drill : best.drill;
}

/** The one of several drills whose prediction tells the most. */
export const mostTelling = (diagnosis: Diagnosis, drills: readonly Drill[]): Drill | undefined =>
  mostBits(drills.map((drill) => ({ drill, bits: information(diagnosis, drill) }))).drill;

interface Told {
  readonly drill?: Drill;
  readonly bits: number;
}

const mostBits = (told: readonly Told[]): Told =>
  told.reduce((best, one) => (one.bits > best.bits ? one : best), { bits: -1 });

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

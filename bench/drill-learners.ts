import { learn, marginals, newDiagnosis } from '../src/drill/diagnosis.ts';
import type { Diagnosis } from '../src/drill/diagnosis.ts';
import type { Drill } from '../src/drill/drill.ts';
import { drilledBeliefs } from '../src/drill/drilled-beliefs.ts';
import { makeDrill } from '../src/drill/make-drill.ts';
import { namedBeliefs } from '../src/drill/named-beliefs.ts';
import { mostTelling } from '../src/drill/next-drill.ts';
import { predictionsOf } from '../src/drill/predictions.ts';
import { derivedSeed, randomFrom } from '../src/drill/random.ts';
import type { Random } from '../src/drill/random.ts';
import type { BeliefId } from '../src/explain/beliefs.ts';

export interface LearnersOptions {
  /** Of each kind. */
  readonly learners: number;
  readonly seed: number;
  /** Programs that are kept ready. */
  readonly pool: number;
  /** How many of them each program is chosen from; 1 is at random. */
  readonly candidates: number;
  readonly answers: number;
}

/** Shares of simulated learners, from 0 to 1. They tell what can be told apart, not what people hold. */
export interface LearnersResult {
  /** One belief: it is the likeliest one after 5 answers, and after 10. */
  readonly drillTopAfter5: number;
  readonly drillTopAfter10: number;
  /** Named after all answers. */
  readonly drillNamed: number;
  /** A belief was named at some time that the learner doesn't hold. */
  readonly drillFalseNames: number;
  /** The same for learners whose belief is not looked for. */
  readonly drillFalseNamesOffList: number;
}

/** How often a simulated learner answers something else than they believe. */
export const slips = 0.1;

/** Learners who hold one belief, and predict by it but for slips. */
export function simulateLearners(options: LearnersOptions): LearnersResult {
  const random = randomFrom(options.seed);
  const pool = Array.from({ length: options.pool }, (_, at) =>
    makeDrill({ level: at % 3 === 0 ? 3 : 4, seed: derivedSeed(options.seed, at), ...aimOf(at) }),
  ).flatMap((drill) => drill ?? []);
  const count = { after5: 0, after10: 0, named: 0, wrong: 0, offList: 0 };
  for (let learner = 0; learner < options.learners; learner++) {
    const held = drilledBeliefs[learner % drilledBeliefs.length] ?? random.pick(drilledBeliefs);
    const listed = follow(held, newDiagnosis(), { ...options, drills: pool, random });
    if (listed.top[4] === held) count.after5 += 1;
    if (listed.top[9] === held) count.after10 += 1;
    if (listed.named.has(held)) count.named += 1;
    if ([...listed.named].some((id) => id !== held)) count.wrong += 1;
    const others = drilledBeliefs.filter((id) => id !== held);
    const offList = follow(held, newDiagnosis(others), { ...options, drills: pool, random });
    if (offList.named.size > 0) count.offList += 1;
  }
  const share = (number: number): number => number / options.learners;
  return {
    drillTopAfter5: share(count.after5),
    drillTopAfter10: share(count.after10),
    drillNamed: share(count.named),
    drillFalseNames: share(count.wrong),
    drillFalseNamesOffList: share(count.offList),
  };
}

/** Half of the pool is aimed, so that rare beliefs have programs. */
function aimOf(at: number): { readonly aim?: BeliefId } {
  const aim = drilledBeliefs[Math.floor(at / 2) % drilledBeliefs.length];
  return at % 2 === 0 && aim !== undefined ? { aim } : {};
}

interface Followed {
  /** The likeliest belief after each answer. */
  readonly top: readonly (BeliefId | undefined)[];
  /** All that were named at some time. */
  readonly named: ReadonlySet<BeliefId>;
}

interface Following extends LearnersOptions {
  readonly drills: readonly Drill[];
  readonly random: Random;
}

function follow(held: BeliefId, start: Diagnosis, options: Following): Followed {
  const { random } = options;
  let diagnosis = start;
  const top: (BeliefId | undefined)[] = [];
  const named = new Set<BeliefId>();
  const left = new Set(options.drills);
  for (let answer = 0; answer < options.answers; answer++) {
    const candidates = random.shuffled([...left]).slice(0, options.candidates);
    const drill = mostTelling(diagnosis, candidates);
    if (!drill) break;
    left.delete(drill);
    const believed = predictionsOf(drill).of([held]);
    const prediction = random.chance(slips) ? slipped(believed, random) : believed;
    diagnosis = learn(diagnosis, { drill, prediction });
    top.push(marginals(diagnosis)[0]?.[0]);
    for (const id of namedBeliefs(diagnosis)) named.add(id);
  }
  return { top, named };
}

/** One line elsewhere, or now and then no order at all. */
export function slipped(lines: readonly string[], random: Random): readonly string[] {
  if (random.chance(0.3)) return random.shuffled(lines);
  const from = random.below(lines.length);
  const moved = lines.slice(from, from + 1);
  const rest = lines.toSpliced(from, 1);
  return rest.toSpliced(random.below(lines.length), 0, ...moved);
}

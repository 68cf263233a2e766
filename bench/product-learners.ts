import { learn, marginals, newDiagnosis } from '../src/drill/diagnosis.ts';
import type { Diagnosis } from '../src/drill/diagnosis.ts';
import { drilledBeliefs } from '../src/drill/drilled-beliefs.ts';
import { makeDrill } from '../src/drill/make-drill.ts';
import { namedBeliefs } from '../src/drill/named-beliefs.ts';
import { nextDrill } from '../src/drill/next-drill.ts';
import { predictionsOf } from '../src/drill/predictions.ts';
import { derivedSeed, randomFrom } from '../src/drill/random.ts';
import type { Random } from '../src/drill/random.ts';
import type { BeliefId } from '../src/explain/beliefs.ts';
import { reduceDrill, startDrill } from '../src/study/drill/drill-run.ts';
import { slipped, slips } from './drill-learners.ts';

/** Shares of simulated learners, from 0 to 1, as in `LearnersResult`. */
export interface ProductLearnersResult {
  readonly drillLiveTopAfter5: number;
  readonly drillLiveTopAfter10: number;
  readonly drillLiveNamed: number;
  readonly drillLiveFalseNames: number;
  readonly drillLiveFalseNamesOffList: number;
}

/**
 * The same learners in a drill as the product gives it: adaptive, the first program any one of
 * its level and each other one what `nextDrill` chooses. Races, of which nothing is learnt, are left out.
 */
export function simulateProductLearners(options: {
  readonly learners: number;
  readonly answers: number;
  readonly seed: number;
}): ProductLearnersResult {
  const { learners, answers } = options;
  const random = randomFrom(options.seed);
  const count = { after5: 0, after10: 0, named: 0, wrong: 0, offList: 0 };
  for (let learner = 0; learner < learners; learner++) {
    const held = drilledBeliefs[learner % drilledBeliefs.length] ?? random.pick(drilledBeliefs);
    const seed = derivedSeed(options.seed, learner);
    const { top, named } = follow(held, newDiagnosis(), { answers, random, seed });
    if (top[4] === held) count.after5 += 1;
    if (top[9] === held) count.after10 += 1;
    if (named.has(held)) count.named += 1;
    if ([...named].some((id) => id !== held)) count.wrong += 1;
    const others = newDiagnosis(drilledBeliefs.filter((id) => id !== held));
    if (follow(held, others, { answers, random, seed }).named.size > 0) count.offList += 1;
  }
  return {
    drillLiveTopAfter5: count.after5 / learners,
    drillLiveTopAfter10: count.after10 / learners,
    drillLiveNamed: count.named / learners,
    drillLiveFalseNames: count.wrong / learners,
    drillLiveFalseNamesOffList: count.offList / learners,
  };
}

function follow(
  held: BeliefId,
  start: Diagnosis,
  {
    answers,
    random,
    seed,
  }: { readonly answers: number; readonly random: Random; readonly seed: number },
) {
  let [diagnosis, run] = [start, startDrill('adaptive')];
  const top: (BeliefId | undefined)[] = [];
  const named = new Set<BeliefId>();
  for (let answer = 0; answer < answers; answer++) {
    const { level } = run;
    const own = derivedSeed(seed, answer);
    const drill = answer === 0 ? makeDrill({ level, seed: own }) : nextDrill(diagnosis, level, own);
    if (!drill) break;
    const believed = predictionsOf(drill).of([held]);
    const lines = random.chance(slips) ? slipped(believed, random) : believed;
    const right = lines.join('\n') === drill.outputs[0]?.join('\n');
    run = reduceDrill(run, { kind: 'shown', program: String(answer) });
    run = reduceDrill(run, { kind: 'answered', prediction: { mode: 'typed', lines }, right });
    run = reduceDrill(run, { kind: 'next' });
    diagnosis = learn(diagnosis, { drill, prediction: lines });
    top.push(marginals(diagnosis)[0]?.[0]);
    for (const id of namedBeliefs(diagnosis)) named.add(id);
  }
  return { top, named };
}

import type { BeliefId } from '../explain/beliefs.ts';
import type { Drill } from './drill.ts';
import { drilledBeliefs } from './drilled-beliefs.ts';
import { likelihood } from './likelihood.ts';
import { predictionsOf } from './predictions.ts';

/** A prediction of a drill. */
export interface DrillPrediction {
  readonly drill: Drill;
  /** Lines in the order in which they were predicted. */
  readonly prediction: readonly string[];
  /** How much it counts beside others, from 0 to 1; absent for 1. */
  readonly weight?: number;
}

/** Beliefs that somebody may hold together, and how probable that is. */
export interface Hypothesis {
  readonly beliefs: readonly BeliefId[];
  readonly probability: number;
}

/** What is known of one person's beliefs: a projection of their answers. */
export interface Diagnosis {
  /** The beliefs that are looked for. */
  readonly among: readonly BeliefId[];
  /** The last ones, the newest at the end. */
  readonly answers: readonly DrillPrediction[];
  /** The likeliest first; their probabilities add up to 1. */
  readonly hypotheses: readonly Hypothesis[];
}

/** Older answers tell nothing more of what somebody believes now. */
const mostAnswers = 40;
/** After so many further answers an answer counts half. */
const halfLife = 30;
/** Hypotheses that are kept. */
const mostHypotheses = 150;
/** Beliefs that are held together at most. */
const mostTogether = 3;
/** How many of the likeliest hypotheses are tried with one more belief. */
const extended = 25;
/** How probable each belief is before anything is known. */
const prior = 0.03;

/**
 * Nothing is known yet.
 *
 * @param among the beliefs that are looked for
 */
export function newDiagnosis(among: readonly BeliefId[] = drilledBeliefs): Diagnosis {
  return { among, answers: [], hypotheses: weighed(simplest(among), []) };
}

/**
 * Learns from one more answer, by Bayes' rule over sets of beliefs, with room for slips. Sets of
 * several beliefs are only tried where a likely smaller one leaves something unexplained.
 */
export function learn(diagnosis: Diagnosis, answer: DrillPrediction): Diagnosis {
  const { among, answers, hypotheses } = diagnosis;
  const known = [...answers, answer].slice(-mostAnswers);
  const kept = hypotheses.map(({ beliefs }) => beliefs);
  let sets = distinct([...simplest(among), ...kept]);
  // Twice, since a second belief may only tell beside a first one.
  for (let round = 1; round < mostTogether; round++) {
    const likeliest = weighed(sets, known).slice(0, extended);
    sets = distinct([
      ...sets,
      ...likeliest.flatMap(({ beliefs }) => extensions(beliefs, diagnosis, answer)),
    ]);
  }
  return { among, answers: known, hypotheses: weighed(sets, known).slice(0, mostHypotheses) };
}

/** How probable each belief is, whatever is believed beside it; the likeliest first. */
export function marginals({ hypotheses }: Diagnosis): readonly (readonly [BeliefId, number])[] {
  const sums = new Map<BeliefId, number>();
  for (const { beliefs, probability } of hypotheses) {
    for (const id of beliefs) sums.set(id, (sums.get(id) ?? 0) + probability);
  }
  return [...sums].sort(([, a], [, b]) => b - a);
}

/** No belief at all, and each on its own. */
const simplest = (among: readonly BeliefId[]): (readonly BeliefId[])[] => [
  [],
  ...among.map((id) => [id]),
];

/** Sets with one more belief, of those that predict something else of the drill. */
function extensions(
  beliefs: readonly BeliefId[],
  { among }: Diagnosis,
  { drill }: DrillPrediction,
): (readonly BeliefId[])[] {
  if (beliefs.length === 0 || beliefs.length >= mostTogether) return [];
  return [...drill.believed.keys()]
    .filter((id) => among.includes(id) && !beliefs.includes(id))
    .map((id) => [...beliefs, id].sort());
}

function distinct(sets: readonly (readonly BeliefId[])[]): (readonly BeliefId[])[] {
  return [...new Map(sets.map((set) => [set.join(' '), set])).values()];
}

/** Sets of beliefs by their probability after these answers. */
function weighed(
  sets: readonly (readonly BeliefId[])[],
  answers: readonly DrillPrediction[],
): readonly Hypothesis[] {
  const logs = sets.map((beliefs) => {
    let sum = beliefs.length * Math.log(prior);
    answers.forEach(({ drill, prediction, weight: own = 1 }, at) => {
      const weight = own * 0.5 ** ((answers.length - 1 - at) / halfLife);
      sum += weight * Math.log(likelihood(prediction, predictionsOf(drill).of(beliefs)));
    });
    return { beliefs, log: sum };
  });
  const highest = logs.reduce((most, { log }) => Math.max(most, log), -Infinity);
  const weights = logs.map(({ beliefs, log }) => ({ beliefs, weight: Math.exp(log - highest) }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  return weights
    .map(({ beliefs, weight }) => ({ beliefs, probability: weight / total }))
    .sort((a, b) => b.probability - a.probability);
}

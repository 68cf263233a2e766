import type { BeliefId } from '../explain/beliefs.ts';
import type { Diagnosis } from './diagnosis.ts';
import { marginals } from './diagnosis.ts';
import { fitOf } from './likelihood.ts';
import { predictionsOf } from './predictions.ts';

/** A belief is named only if it is this probable. */
const leastProbability = 0.95;
/** It must be what explains the prediction exactly in three answers; somewhat older ones count less, and very old ones not. */
const leastSeen = 2.5;
/** So many answers may be explained by nothing that is on the list. */
const mostOdd = 0;
/** Answers that count for the question whether something is odd. */
const recent = 15;

/**
 * The beliefs that answers fit so well that they may be named, as "your answers fit …": nobody can know
 * what somebody believes. Of two that hide each other only the one that explains the answers alone is
 * named, since a belief counts as seen only where the prediction would be another one without it.
 */
export function namedBeliefs(diagnosis: Diagnosis): readonly BeliefId[] {
  const [likeliest] = diagnosis.hypotheses;
  if (!likeliest || oddAnswers(diagnosis) > mostOdd) return [];
  return marginals(diagnosis)
    .filter(([id, probability]) => {
      const isSure = probability >= leastProbability && likeliest.beliefs.includes(id);
      return isSure && seenIn(diagnosis, id) >= leastSeen;
    })
    .map(([id]) => id);
}

/** The weight of the answers that the likeliest beliefs explain exactly, and would not without this one. */
function seenIn({ answers, hypotheses }: Diagnosis, id: BeliefId): number {
  const beliefs = hypotheses[0]?.beliefs ?? [];
  const others = beliefs.filter((other) => other !== id);
  return answers
    .filter(({ drill, prediction }) => {
      const predictions = predictionsOf(drill);
      return (
        fitOf(prediction, predictions.of(beliefs)) === 'exact' &&
        fitOf(prediction, predictions.of(others)) !== 'exact'
      );
    })
    .reduce((sum, { weight = 1 }) => sum + weight, 0);
}

/** The answers that the likeliest beliefs explain neither exactly nor but for one line. */
function oddAnswers({ answers, hypotheses }: Diagnosis): number {
  const beliefs = hypotheses[0]?.beliefs ?? [];
  return answers
    .slice(-recent)
    .filter(
      ({ drill, prediction }) => fitOf(prediction, predictionsOf(drill).of(beliefs)) === 'other',
    ).length;
}

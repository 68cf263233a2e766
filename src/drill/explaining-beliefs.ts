import type { BeliefId } from '../explain/beliefs.ts';
import type { Drill } from './drill.ts';
import { predictionsOf } from './predictions.ts';

/**
 * The beliefs that predict exactly these lines of a drill, each on its own; if none does, the pairs of
 * beliefs that do. Empty for the right order, and for one that no two beliefs lead to.
 */
export function explainingBeliefs(
  drill: Drill,
  prediction: readonly string[],
): readonly (readonly BeliefId[])[] {
  const predicted = prediction.join('\n');
  if (drill.outputs.some((output) => output.join('\n') === predicted)) return [];
  const predictions = predictionsOf(drill);
  const fits = (beliefs: readonly BeliefId[]) => predictions.of(beliefs).join('\n') === predicted;
  const telling = [...drill.believed.keys()];
  const alone = telling.map((id) => [id]).filter(fits);
  if (alone.length > 0) return alone;
  return telling
    .flatMap((one, at) => telling.slice(at + 1).map((other) => [one, other]))
    .filter(fits);
}

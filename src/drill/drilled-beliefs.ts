import { beliefs } from '../explain/beliefs.ts';
import type { BeliefId } from '../explain/beliefs.ts';

/** Beliefs about what no program of the drill does, or too vague to predict anything from. */
const notDrilled: ReadonlySet<BeliefId> = new Set<BeliefId>([
  'calls-are-deferred',
  'close-is-at-once',
  'exit-is-early',
]);

/** The beliefs that the model can hold: with each of them it breaks one of its rules. */
export const drilledBeliefs: readonly BeliefId[] = beliefs
  .map(({ id }) => id)
  .filter((id) => !notDrilled.has(id));

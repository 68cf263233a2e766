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

/** What the first lesson on the event loop does away with: a callback that is called too early, or an `await` that blocks. */
export const beginnersBeliefs: ReadonlySet<BeliefId> = new Set<BeliefId>([
  'all-in-sequence',
  'async-body-runs-later',
  'await-blocks',
  'code-can-be-interrupted',
  'emit-is-asynchronous',
  'executor-runs-later',
  'finally-is-last',
  'immediate-is-immediate',
  'interval-starts-at-once',
  'io-is-instant',
  'next-tick-interrupts',
  'settled-promise-runs-at-once',
  'tick-waits-for-turn',
  'zero-before-microtasks',
  'zero-means-now',
]);

import type { BeliefId } from '../explain/beliefs.ts';

/** Beliefs that are held together. */
export type BeliefSet = ReadonlySet<BeliefId>;

/** The beliefs of somebody who knows what Node.js does. */
export const noBeliefs: BeliefSet = new Set();

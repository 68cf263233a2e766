import type { BeliefId } from '../explain/beliefs.ts';

/**
 * From what hardly any program shows to what most of them do, as counted in programs of levels 3 and 4. What a
 * program shows besides is nothing that it is special for.
 */
const byRarity: readonly BeliefId[] = [
  'interval-starts-at-once',
  'finally-takes-one',
  'timer-before-immediate',
  'all-is-free',
  'thenable-is-free',
  'link-without-handler-is-free',
  'finally-is-last',
  'returning-a-promise-is-free',
  'order-of-creation',
  'immediates-chain-in-one-phase',
  'emit-is-asynchronous',
  'io-is-instant',
  'executor-runs-later',
  'all-in-sequence',
  'race-waits-for-all',
  'queues-once-a-turn',
  'one-timer-a-turn',
  'ticks-always-first',
  'immediate-always-first',
  'code-can-be-interrupted',
  'await-takes-three',
  'zero-before-microtasks',
  'zero-means-now',
  'nested-waits-for-turn',
  'tick-before-each-job',
  'chain-runs-through',
  'promises-before-ticks',
  'tick-waits-for-turn',
  'microtask-after-promises',
  'immediate-is-immediate',
  'await-goes-on',
  'next-tick-interrupts',
  'async-body-runs-later',
  'await-blocks',
  'settled-promise-runs-at-once',
];

/** The belief, among those that a program refutes, that the fewest programs refute; undefined for none. */
export const mostSpecific = (of: readonly BeliefId[]): BeliefId | undefined =>
  byRarity.find((belief) => of.includes(belief)) ?? of[0];

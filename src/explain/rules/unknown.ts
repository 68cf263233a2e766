import type { Rule } from '../rule.ts';

/** Nothing in the record fixes the order. The rule stands last and always applies. */
export const unknownRules: readonly Rule[] = [
  {
    id: 'not-in-the-record',
    title: 'Nothing that was recorded fixes this order.',
    applies: () => true,
    certainty: () => 'unknown',
    saysDoubt: true,
    text: ({ earlier, later }, say) =>
      `${say.Callback(earlier)} ran before ${say.callback(later)} in this run, but the record does not show why. Don't rely on it.`,
    source: 'eventLoop',
    question: 'event-loop-phases',
  },
];

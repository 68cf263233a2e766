import { doubtOfCause } from '../feeders.ts';
import type { Doubt } from '../feeders.ts';
import type { Pair, Rule } from '../rule.ts';

/**
 * The earlier callback led to the later one in this run, but something else could have done so: what is certain of
 * two callbacks is not yet certain of the lines that they print.
 */
export const feederRules: readonly Rule[] = [
  {
    id: 'first-one-settles',
    title: 'A promise is settled once, by whichever comes first.',
    applies: (pair) => doubt(pair)?.kind === 'settled',
    certainty,
    text: (pair, say) =>
      `In this run, ${say.callback(pair.earlier)} led to ${say.callback(pair.later)}. What this one waits for can also be settled by another callback: here ${say.callback(about(pair).one)} came before ${say.callback(about(pair).other)}, ${otherRuns(pair)}.`,
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'first-one-is-waited-for',
    title: 'Who comes second waits for the promise of whoever came first.',
    applies: (pair) => doubt(pair)?.kind === 'joined',
    certainty,
    text: (pair, say) =>
      `${say.Callback(about(pair).other)} waits for a promise that ${say.callback(about(pair).one)} had made before, so in this run ${say.callback(pair.later)} comes after ${say.callback(pair.earlier)}. Which of the first two comes first decides that, ${otherRuns(pair)}.`,
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'values-from-several',
    title: 'A loop takes values in the order in which they arrive.',
    applies: (pair) => doubt(pair)?.kind === 'delivered',
    certainty,
    text: (pair, say) =>
      `One loop or chain of promises took both values, one after the other. The first one arrived with ${say.callback(about(pair).one)}, the second one with ${say.callback(about(pair).other)}, ${otherRuns(pair)}.`,
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
];

function doubt({ record, earlier, later, certaintyOf }: Pair): Doubt | undefined {
  return record.outermost(earlier) === 0
    ? undefined
    : doubtOfCause(record, earlier, later, certaintyOf);
}

function certainty(pair: Pair) {
  return doubt(pair)?.certainty ?? 'certain';
}

/** Only asked of pairs to which the rule applies. */
const about = (pair: Pair): Pick<Doubt, 'one' | 'other'> =>
  doubt(pair) ?? { one: pair.earlier, other: pair.later };

const otherRuns = (pair: Pair): string =>
  certainty(pair) === 'race'
    ? 'and in another run it may be the other way round'
    : 'and the record does not tell whether that is so in every run';

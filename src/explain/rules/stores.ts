import { doubtOfCause } from '../feeders.ts';
import { areRoundsInOrder } from '../pair-predicates.ts';
import type { Pair, Rule } from '../rule.ts';
import { doubtOfValues } from '../stores.ts';
import type { StoreDoubt } from '../stores.ts';

/** The callbacks that printed two lines have one order in every run, but the lines may have been exchanged there. */
export const storeRules: readonly Rule[] = [
  {
    id: 'rounds-print-what-they-find',
    title: 'What is taken from a store comes in the order in which it was put there.',
    applies: (pair) => doubt(pair) !== undefined && !isDoubted(pair),
    certainty: (pair) => doubt(pair)?.certainty ?? 'certain',
    saysDoubt: true,
    text: (pair, say) => {
      const { one, other, store, certainty, isOfFiller } = doubt(pair) ?? none;
      const rounds = 'Both lines were printed by one call, one round after the other.';
      if (store === 'state') {
        return `${rounds} The rounds keep their order, but what they print may have been left there by other callbacks, such as ${say.callback(one)} and ${say.callback(other)}. The record shows neither what these left nor whether they come in this order in every run.`;
      }
      if (store === 'web') {
        return `${rounds} The rounds keep their order, but what they print may come from a web stream, which passes things on in the order in which it gets them. ${say.Callback(one)} and ${say.callback(other)} both used one. The record does not tell whether they come in this order in every run.`;
      }
      const order =
        certainty === 'race'
          ? 'and in another run it may be the other way round'
          : 'and the record does not tell whether that is so in every run';
      if (isOfFiller === true) {
        return `${say.Callback(one)} gave a stream something, and so did ${say.callback(other)}, ${order}. The second line was printed by one of several rounds. If these take things from that stream, a round that came later in this run can be the first one then, before the first line.`;
      }
      return `${rounds} The rounds keep their order, but what they print may come from a stream, which passes things on in the order in which it gets them. ${say.Callback(one)} gave it something before ${say.callback(other)} did, ${order}.`;
    },
    source: 'streams',
    question: 'stream-types',
  },
];

const none: StoreDoubt = { one: 0, other: 0, store: 'state', certainty: 'unknown' };

function doubt(pair: Pair): StoreDoubt | undefined {
  const { record, lines, certaintyOf } = pair;
  return lines && !areRoundsInOrder(pair) ? doubtOfValues(record, lines, certaintyOf) : undefined;
}

/** The order of the callbacks themselves is not certain, which says more. */
const isDoubted = (pair: Pair): boolean =>
  pair.earlier !== pair.later &&
  doubtOfCause(pair.record, pair.earlier, pair.later, pair) !== undefined;

import { orderOfOthers } from '../one-callback.ts';
import type { OrderOfOthers } from '../one-callback.ts';
import type { Rule } from '../rule.ts';

/** One callback printed both lines, in an order that other callbacks may have decided. */
export const oneCallbackRules: readonly Rule[] = [
  {
    id: 'order-of-what-was-collected',
    title: 'What a callback goes through has the order in which it was collected.',
    applies: (pair) => orderOfOthers(pair) !== undefined,
    certainty: (pair) => orderOfOthers(pair)?.certainty ?? 'certain',
    byClock: true,
    saysDoubt: true,
    text: (pair, say) => {
      const { one, other, store, certainty } = orderOfOthers(pair) ?? none;
      const inOneGo = `Both lines were printed by ${say.callback(pair.earlier)}, in one go: no timer, tick or microtask can run in between.`;
      if (pair.isFixed === true) return inOneGo;
      if (store === 'connection') {
        const order =
          certainty === 'race'
            ? 'and in another run it may be the other way round'
            : 'and the record does not tell whether that is so in every run';
        return `${inOneGo} But what it read in one piece had been written by several callbacks: ${say.callback(one)} wrote before ${say.callback(other)}, ${order}.`;
      }
      const others = `${say.callback(one)} and ${say.callback(other)}`;
      return store === 'stream'
        ? `${inOneGo} But they may be about what several callbacks gave to one stream, such as ${others}. The record does not show that, and these two need not come in this order in every run.`
        : `${inOneGo} But the same call in the code printed both. If what it printed depends on the order of other callbacks, such as ${others}, these two need not come in this order in every run; the record does not show whether it does.`;
    },
    source: 'runToCompletion',
    question: 'single-threaded',
  },
];

const none: OrderOfOthers = { one: 0, other: 0, store: 'memory', certainty: 'unknown' };

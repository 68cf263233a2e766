import { makerOfBoth, orderOfOthers, orderOfScheduled, orderOfSettled } from '../one-callback.ts';
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
  {
    id: 'scheduled-as-collected',
    title: 'What a loop schedules has the order of what it goes through.',
    applies: (pair) => orderOfScheduled(pair) !== undefined,
    certainty: () => 'unknown',
    byClock: true,
    saysDoubt: true,
    text: (pair, say) => {
      const { one, other } = orderOfScheduled(pair) ?? none;
      const maker = makerOfBoth(pair.record, pair.earlier, pair.later);
      const inOneGo = `Both lines go back to ${say.callback(maker)}, which scheduled something for each with the same call in the code, one after the other.`;
      return pair.isFixed === true
        ? inOneGo
        : `${inOneGo} If that order depends on other callbacks, such as ${say.callback(one)} and ${say.callback(other)}, these two need not come in this order in every run; the record does not show whether it does.`;
    },
    source: 'runToCompletion',
    question: 'single-threaded',
  },
  {
    id: 'settled-as-received',
    title: 'What settles promises when it arrives does so in the order in which it arrives.',
    applies: (pair) => orderOfSettled(pair) !== undefined,
    certainty: () => 'unknown',
    byClock: true,
    saysDoubt: true,
    text: (pair, say) => {
      const { host, one, other } = orderOfSettled(pair) ?? { host: pair.first };
      const facts = `The promises for which these lines waited were settled while ${say.callback(host)} handled what it had read in one piece, one after the other.`;
      if (pair.isFixed === true) return facts;
      return one === undefined || other === undefined
        ? `${facts} What sent that is not recorded. If the program settles them in the order in which it receives something, the record can't tell whether that is the same in every run.`
        : `${facts} Several callbacks had written that: ${say.callback(one)} wrote before ${say.callback(other)}, and these two need not come in this order in every run. If the program settles the promises in the order in which it receives something, the lines need not either.`;
    },
    source: 'loop',
    question: 'stream-types',
  },
];

const none: OrderOfOthers = { one: 0, other: 0, store: 'memory', certainty: 'unknown' };

import { isAfterLoop } from '../after-loop.ts';
import { doubtOfCause, doubtOfExchange, mayCloseByItself } from '../feeders.ts';
import { areRoundsInOrder } from '../pair-predicates.ts';
import type { Doubt } from '../doubt.ts';
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
    saysDoubt: true,
    text: (pair, say) =>
      doubt(pair)?.isElsewhere === true
        ? `These lines keep their order: ${say.callback(pair.earlier)} led to ${say.callback(pair.later)}. But what they print depends on something that the first of several callbacks settled: here ${say.callback(about(pair).one)} came before ${say.callback(about(pair).other)}, and in another run it may be the other way round. The lines may print each other's text then; the record does not show that.`
        : about(pair).pending !== undefined
          ? `In this run, ${say.callback(pair.earlier)} led to ${say.callback(pair.later)}. But ${say.pending(about(pair).pending ?? 0)}, which had not run by then and then did not run at all, may settle that promise too, or one on the way there. The record does not tell whether it does, and whether it comes first in another run.`
          : about(pair).one === about(pair).other
            ? `In this run, ${say.callback(pair.earlier)} led to ${say.callback(pair.later)}. But ${say.callback(about(pair).one)} is only one of those that can settle what this one waits for. Another one had not come when the program ended, and the record does not tell whether it comes first in another run.`
            : `In this run, ${say.callback(pair.earlier)} led to ${say.callback(pair.later)}. But what settles that promise, or one on the way there, can be another callback: here ${say.callback(about(pair).one)} came before ${say.callback(about(pair).other)}, ${otherRuns(pair)}.`,
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'first-one-is-waited-for',
    title: 'Whoever comes second waits for the promise of whoever came first.',
    applies: (pair) => isWait(doubt(pair)?.kind),
    certainty,
    saysDoubt: true,
    text: (pair, say) =>
      doubt(pair)?.kind === 'queued'
        ? `${say.Callback(about(pair).other)} made a promise that is settled by something that goes back to ${say.callback(about(pair).one)}, so in this run ${say.callback(pair.later)} comes after ${say.callback(pair.earlier)}. Whichever comes first there may decide who has to wait, as with a lock. The record does not tell whether that is so here, and whether these come in the same order in every run.`
        : `${say.Callback(about(pair).other)} waits for a promise that ${say.callback(about(pair).one)} had made before, so in this run ${say.callback(pair.later)} comes after ${say.callback(pair.earlier)}. Which of the first two comes first decides that, ${otherRuns(pair)}.`,
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'values-from-several',
    title: 'A loop takes values in the order in which they arrive.',
    applies: (pair) => {
      const found = doubt(pair);
      return (
        found?.kind === 'delivered' &&
        !isAfterLoop(pair.record, found, pair.lines) &&
        !areRoundsInOrder(pair)
      );
    },
    certainty,
    saysDoubt: true,
    text: (pair, say) =>
      doubt(pair)?.isElsewhere === true
        ? `Both lines are steps of one chain of promises and keep their order. But what one of them waited for came with ${say.callback(about(pair).one)}, and what a later one waited for with ${say.callback(about(pair).other)}, and these two need not come in this order in every run. If both steps take from the same place, the lines may print each other's value then; the record does not show what they took.`
        : `Both lines are steps of one loop or chain of promises, which takes what arrives in the order in which it arrives. One step was taken because of ${say.callback(about(pair).one)}, a later one because of ${say.callback(about(pair).other)}, ${otherRuns(pair)}.`,
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'port-closes-with-its-thread',
    title: 'A port closes when its other end does, even if that is because a worker stops.',
    applies: (pair) => !sameSource(pair) && (doubt(pair)?.kind === 'closed' || isFarClose(pair)),
    certainty: () => 'unknown',
    saysDoubt: true,
    text: (pair, say) =>
      `In this run, ${say.callback(pair.earlier)} came before ${say.callback(pair.later)}, which waits for a port to close. If the other end of that port is in a worker, the port closes by itself when the worker stops, whatever the program does then. The worker was not recorded, so don't rely on this order.`,
    source: 'workers',
    question: 'cluster-vs-workers',
  },
];

const isWait = (kind: Doubt['kind'] | undefined): boolean => kind === 'joined' || kind === 'queued';

function doubt(pair: Pair): Doubt | undefined {
  const { record, earlier, later, first, second } = pair;
  // What the script left in the queues comes before the loop, whoever feeds what there.
  return record.outermost(earlier) === 0 || (first === 0 && second !== 0)
    ? undefined
    : (doubtOfCause(record, earlier, later, pair) ?? doubtOfExchange(pair));
}

/** A port that may close at any time, beside something that is not of the port. */
const isFarClose = ({ record, first, second }: Pair): boolean =>
  first !== 0 && mayCloseByItself(record, second);

const sameSource = ({ record, first, second }: Pair): boolean =>
  record.task(first).source === record.task(second).source &&
  record.task(first).source !== undefined;

function certainty(pair: Pair) {
  return doubt(pair)?.certainty ?? 'certain';
}

/** Only asked of pairs to which the rule applies. */
const about = (pair: Pair): Pick<Doubt, 'one' | 'other' | 'pending'> =>
  doubt(pair) ?? { one: pair.earlier, other: pair.later };

const otherRuns = (pair: Pair): string =>
  certainty(pair) === 'race'
    ? 'and in another run it may be the other way round'
    : 'and the record does not tell whether that is so in every run';

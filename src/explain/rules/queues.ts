import type { TraceIndex } from '../trace-index.ts';
import type { Certainty, Pair, Phrasing, Rule } from '../rule.ts';
import { isReport } from './endings.ts';

/** Both ran after the same callback of the loop, while its ticks and promise jobs were done. */
const rulesOfQueues: readonly Rule[] = [
  {
    id: 'rejections-before-queues',
    title: 'All rejections that are due are reported before the queues are emptied again.',
    applies: (pair) =>
      sameHost(pair) && isReport(pair, pair.earlier) && pair.record.isMicro(pair.later),
    text: ({ earlier, later }, say) =>
      `Both queues were empty when ${say.callback(earlier)} was called. ${say.Callback(later)} was put into its queue by one of the handlers that Node.js called then, and the queues are emptied only when all of these have run.`,
    source: 'rejection',
    question: 'unhandled-rejections',
  },
  {
    id: 'ticks-in-order',
    title: 'Ticks run in the order in which they were scheduled.',
    applies: (pair) => bothIn(pair, 'nextTick') && sameRound(pair),
    certainty: queuedInOrder,
    text: ({ earlier, later }, say) =>
      `${say.Callback(earlier)} was put into the nextTick queue before ${say.callback(later)}. Ticks that are added while the queue is emptied run before the microtasks.`,
    source: 'nextTick',
    question: 'scheduling-apis',
  },
  {
    id: 'ticks-before-promise-jobs',
    title: 'The nextTick queue is emptied before the microtask queue.',
    applies: (pair) => isTickThenJob(pair) && wasQueuedBy(pair, pair.earlier),
    text: ({ earlier, later }, say) =>
      `${say.Callback(earlier)} was waiting in the nextTick queue, ${say.callback(later)} in the microtask queue. Node.js runs every waiting tick before it moves on to the microtasks.`,
    source: 'tickOrMicrotask',
    question: 'scheduling-apis',
  },
  {
    id: 'module-jobs-before-ticks',
    title: 'In an ES module, the microtasks of the module body come before its ticks.',
    applies: (pair) =>
      isJobThenTick(pair) &&
      pair.record.trace.entry === 'mjs' &&
      pair.first === 0 &&
      !pair.record.isMicro(pair.record.origin(pair.later)),
    text: ({ earlier, later }, say) =>
      `The body of an ES module itself runs while the microtask queue is being emptied, and that continues when the body ends: ${say.callback(earlier)} belongs to it. The nextTick queue with ${say.callback(later)} had to wait. In a CommonJS file it would be the other way around.`,
    source: 'tickOrMicrotask',
    question: 'scheduling-apis',
  },
  {
    id: 'tick-waits-for-jobs',
    title: 'A tick that is scheduled by a microtask waits until the microtask queue is empty.',
    applies: (pair) =>
      isJobThenTick(pair) &&
      pair.record.callback(pair.record.origin(pair.later)).phase === 'microtask',
    text: ({ record, earlier, later }, say) =>
      `${say.Callback(later)} was scheduled by ${say.callback(record.origin(later))}, ${microtaskOf(record, record.origin(later), say)}. The microtask queue is always emptied completely before the next tick runs, so ${say.callback(earlier)} came first.`,
    source: 'tickOrMicrotask',
    question: 'scheduling-apis',
  },
  {
    id: 'import-takes-jobs',
    title: '`import()` takes several microtasks, even for a module that is already loaded.',
    applies: (pair) =>
      bothIn(pair, 'microtask') && imports(pair, pair.later) && !imports(pair, pair.earlier),
    text: ({ earlier, later }, say) =>
      `${say.Callback(later)} waits for an \`import()\`. Node.js finds, loads, links and evaluates the module in steps of its own, and several of them are microtasks. ${say.Callback(earlier)} did not have to wait for them.`,
    source: 'dynamicImport',
    question: 'cjs-vs-esm',
  },
  {
    id: 'resolved-with-a-promise',
    title:
      'A promise that is resolved with another promise settles two microtasks later than that one.',
    applies: (pair) => bothIn(pair, 'microtask') && detour(pair) === 'promise',
    text: (pair, say) => {
      const { earlier, later } = pair;
      const waits = waiterOf(pair);
      const why = `${say.Callback(waits)} waits for a promise that was resolved with another promise. One microtask calls \`then\` of that promise, and another one passes the result on. Without them, ${say.callback(earlier)} would not have been first.`;
      return waits === later
        ? why
        : `${say.Callback(later)} comes after ${say.callback(waits)}. ${why}`;
    },
    source: 'thenableJob',
    question: 'promises-and-the-loop',
  },
  {
    id: 'resolved-with-a-thenable',
    title: 'A promise that is resolved with a thenable needs a microtask to call its `then`.',
    applies: (pair) => bothIn(pair, 'microtask') && detour(pair) === 'thenable',
    text: (pair, say) => {
      const { earlier, later } = pair;
      const waits = waiterOf(pair);
      const why = `${say.Callback(waits)} waits for a promise that was resolved with a promise or another object that has a \`then\` method. Calling that method, or passing on what it gives, takes a microtask of its own. Without it, ${say.callback(earlier)} would not have been first.`;
      return waits === later
        ? why
        : `${say.Callback(later)} comes after ${say.callback(waits)}. ${why}`;
    },
    source: 'thenableJob',
    question: 'promises-and-the-loop',
  },
  {
    id: 'await-of-a-thenable',
    title: 'An `await` of a thenable that is not a native promise takes one more microtask.',
    applies: (pair) => bothIn(pair, 'microtask') && detour(pair) === 'await',
    text: ({ earlier, later }, say) =>
      `The value that was awaited ${say.place(later)} has a \`then\` method and is not a native promise: a microtask of its own had to call that method first. Without it, ${say.callback(earlier)} would not have been first.`,
    source: 'fastAsync',
    question: 'promises-and-the-loop',
  },
  {
    id: 'chains-take-turns',
    title: 'Each step of a promise chain becomes a microtask only when the step before it has run.',
    applies: (pair) => bothIn(pair, 'microtask') && waitedForAnother(pair),
    certainty: queuedLater,
    text: (pair, say) => {
      const { record, earlier, later } = pair;
      return `When ${say.callback(earlier)} was already in the microtask queue, ${say.callback(later)} still had to wait for ${say.callback(record.origin(later))}. ${isToldWhy(pair) ? 'Chains that run side by side take turns like this, step by step.' : 'Each step of a chain is put there only when the step before it has run.'}`;
    },
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'jobs-in-order',
    title: 'Microtasks run in the order in which they were queued.',
    applies: (pair) => bothIn(pair, 'microtask') && pair.record.origin(pair.later) <= pair.earlier,
    certainty: queuedInOrder,
    text: ({ earlier, later }, say) =>
      `Both waited in the microtask queue: ${say.callback(earlier)} was put there before ${say.callback(later)}. Promise reactions, \`await\` and \`queueMicrotask\` share this one queue.`,
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'queued-later',
    title: 'What is put into a queue later runs later.',
    applies: (pair) =>
      sameHost(pair) &&
      pair.record.isMicro(pair.later) &&
      (pair.record.origin(pair.later) > pair.earlier || isPutThereLater(pair)),
    certainty: queuedLater,
    text: ({ record, earlier, later }, say) => {
      const fact = `When ${say.callback(earlier)} ran, ${say.callback(later)} was not in its queue yet`;
      return record.origin(later) > earlier
        ? `${fact}: ${say.callback(record.origin(later))} put it there afterward.`
        : `${fact}: Node.js put it there afterward.`;
    },
    source: 'tickOrMicrotask',
    question: 'scheduling-apis',
  },
  {
    id: 'queues-after-callback',
    title: 'After each callback, the nextTick queue and the microtask queue are emptied.',
    applies: (pair) => sameHost(pair) && pair.record.outermost(pair.earlier) === pair.first,
    text: ({ record, earlier, later }, say) =>
      hasThrown(record, earlier)
        ? `${say.Callback(later)} was waiting in a queue when an error left ${say.callback(earlier)}. The handlers of the error ran first, and Node.js went on with the queues after that.`
        : `${say.Callback(later)} was waiting in a queue, and the queues are emptied as soon as ${say.callback(earlier)} has run to completion.`,
    source: 'nextTick',
    question: 'scheduling-apis',
  },
];

/**
 * What a tick or job calls, such as the handler of an error that leaves it, was never in a queue itself:
 * the rules are about the tick or job.
 */
export const queueRules: readonly Rule[] = rulesOfQueues.map((rule) => ({
  ...rule,
  applies: (pair) => rule.applies(outermost(pair)),
  ...(rule.certainty && { certainty: (pair) => rule.certainty?.(outermost(pair)) ?? 'certain' }),
  text: (pair, say) => rule.text(outermost(pair), say),
}));

const outermost = (pair: Pair): Pair => ({
  ...pair,
  earlier: pair.record.outermost(pair.earlier),
  later: pair.record.outermost(pair.later),
});

const sameHost = ({ first, second }: Pair): boolean => first === second;

const phaseOf = (record: TraceIndex, index: number) => record.callback(index).phase;

function bothIn(pair: Pair, phase: 'nextTick' | 'microtask'): boolean {
  const { record, earlier, later } = pair;
  return sameHost(pair) && phaseOf(record, earlier) === phase && phaseOf(record, later) === phase;
}

const sameRound = ({ record, earlier, later }: Pair): boolean =>
  record.queueDrain(earlier) === record.queueDrain(later);

function isTickThenJob(pair: Pair): boolean {
  const { record, earlier, later } = pair;
  const phases = [phaseOf(record, earlier), phaseOf(record, later)];
  return sameHost(pair) && phases[0] === 'nextTick' && phases[1] === 'microtask';
}

function isJobThenTick(pair: Pair): boolean {
  const { record, earlier, later } = pair;
  const phases = [phaseOf(record, earlier), phaseOf(record, later)];
  return sameHost(pair) && phases[0] === 'microtask' && phases[1] === 'nextTick';
}

/** A tick that Node.js made by itself when the earlier one had run, such as a warning when the queues are empty. */
const isPutThereLater = ({ record, earlier, later }: Pair): boolean =>
  phaseOf(record, later) === 'nextTick' &&
  record.task(later).internal &&
  record.task(later).scheduledAt > record.callback(earlier).to;

/** Whether it is known of each step to the later one what settled it: what Node chains may have been set off by the earlier one. */
const isToldWhy = ({ record, later, first }: Pair): boolean =>
  chain(record, later, first).every((job) => {
    const { internal, settledBy, api } = record.task(job);
    return !internal || settledBy !== undefined || api === 'thenable';
  });

/** Whether an error left a callback, and a handler took it. */
const hasThrown = ({ trace }: TraceIndex, index: number): boolean =>
  trace.callbacks.some(({ event, inside }) => event === 'uncaughtException' && inside === index);

/** "a microtask", or which microtask called it, such as the handler of an error that left it. */
function microtaskOf(record: TraceIndex, index: number, say: Phrasing): string {
  const outer = record.outermost(index);
  return outer === index ? 'a microtask' : `called from a microtask: ${say.callback(outer)}`;
}

/** Whether the later one was in its queue when the callback `index` had run. */
function wasQueuedBy({ record, later }: Pair, index: number): boolean {
  return record.origin(later) <= index;
}

/** Whether the earlier one was in the queue already when the other one's turn was still to be earned. */
function waitedForAnother({ record, earlier, later }: Pair): boolean {
  const origin = record.origin(later);
  return phaseOf(record, origin) === 'microtask' && record.origin(earlier) < origin;
}

/** What one drain of the queues does is the same in every run, unless its beginning is not. */
function queuedInOrder({ record, earlier, later, certaintyOf }: Pair): Certainty {
  const [one, other] = [record.origin(earlier), record.origin(later)];
  if (one === other) return joinedInOrder({ record, earlier, later, certaintyOf });
  // The other way round: what put the later one into its queue was not recorded.
  return one < other ? certaintyOf(one, other) : 'certain';
}

/** One callback put both into the queue: reactions to one promise in the order in which they were added. */
function joinedInOrder(
  pair: Pick<Pair, 'record' | 'earlier' | 'later' | 'certaintyOf'>,
): Certainty {
  const { record, earlier, later, certaintyOf } = pair;
  const [one, other] = [record.task(earlier), record.task(later)];
  if (one.settledBy === undefined || one.settledBy !== other.settledBy) return 'certain';
  if (one.promise === undefined || other.promise === undefined) return 'certain';
  const isOne = one.promise.by === other.promise.by && one.promise.at === other.promise.at;
  if (isOne) return inOrder(one.by, other.by, certaintyOf);
  // Who settles several promises takes them in an order of its own, such as that of a list of those who wait.
  return inOrder(one.promise.by, other.promise.by, certaintyOf) === 'certain'
    ? 'certain'
    : 'unknown';
}

const inOrder = (one = 0, other = 0, certaintyOf: Pair['certaintyOf']): Certainty =>
  one < other ? certaintyOf(one, other) : 'certain';

function queuedLater(pair: Pair): Certainty {
  const { record, earlier, later, certaintyOf } = pair;
  const origin = record.origin(later);
  return origin > earlier ? certaintyOf(earlier, origin) : queuedInOrder(pair);
}

/** The jobs and ticks that led to one, itself the last, back to the callback of the loop. */
function chain(record: TraceIndex, index: number, macrotask: number): number[] {
  const jobs: number[] = [];
  for (let at = index; at > macrotask; at = record.origin(at)) jobs.unshift(at);
  return jobs;
}

const isThenable = (record: TraceIndex, index: number): boolean =>
  record.task(index).api === 'thenable';

/** What waited for the last promise on the way to the later one that took such a detour. */
function waiterOf({ record, later, first }: Pair): number {
  const jobs = chain(record, later, first);
  return jobs[jobs.slice(0, -1).findLastIndex((job) => isThenable(record, job)) + 1] ?? later;
}

/**
 * What made the later one's chain longer, if that alone decided the order: without the jobs that
 * call a `then`, it would have been first.
 */
function detour({
  record,
  earlier,
  later,
  first,
}: Pair): 'promise' | 'thenable' | 'await' | undefined {
  const [one, other] = [chain(record, earlier, first), chain(record, later, first)];
  while (one.length > 0 && one[0] === other[0]) {
    one.shift();
    other.shift();
  }
  const inOne = one.filter((job) => isThenable(record, job)).length;
  const jobs = other.slice(0, -1).filter((job) => isThenable(record, job));
  const more = jobs.length - inOne;
  const [root = later, rival = earlier] = [other[0], one[0]];
  const shorter = other.length - more - one.length;
  if (more <= 0 || shorter > 0 || (shorter === 0 && root > rival)) return undefined;
  const last = other.at(-2) ?? later;
  if (isThenable(record, last) && record.task(last).wraps === true) return 'await';
  const passesOn = jobs.some((job) => isThenable(record, record.origin(job)));
  return passesOn ? 'promise' : 'thenable';
}

/** Whether an `import()` is among the causes. */
function imports({ record, first }: Pair, index: number): boolean {
  return chain(record, index, first).some((job) => record.task(job).api === 'import()');
}

import type { Recorded } from '../recorded.ts';
import type { Certainty, Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** Both ran after the same callback of the loop, while its ticks and promise jobs were done. */
export const queueRules: readonly Rule[] = [
  {
    id: 'ticks-in-order',
    title: 'Ticks run in the order in which they were made.',
    applies: (pair) => bothIn(pair, 'nextTick') && sameRound(pair),
    certainty: queuedInOrder,
    text: ({ earlier, later }, say) =>
      `${say.Callback(earlier)} was put into the nextTick queue before ${say.callback(later)}. Ticks that are added meanwhile run in the same go.`,
    source: 'nextTick',
    question: 'scheduling-apis',
  },
  {
    id: 'ticks-before-promise-jobs',
    title: 'The nextTick queue is emptied before the promise jobs.',
    applies: (pair) => isTickThenJob(pair) && wasQueuedBy(pair, pair.earlier),
    text: ({ first, earlier, later }, say) =>
      `After ${say.callback(first)} both queues were waiting. All ticks come before the first promise job: ${say.callback(earlier)} is in the nextTick queue, ${say.callback(later)} in the other one.`,
    source: 'tickOrMicrotask',
    question: 'scheduling-apis',
  },
  {
    id: 'module-jobs-before-ticks',
    title: 'In an ES module the promise jobs of the body come before its ticks.',
    applies: (pair) =>
      isJobThenTick(pair) &&
      pair.record.trace.entry === 'mjs' &&
      pair.first === 0 &&
      !pair.record.isMicro(pair.record.origin(pair.later)),
    text: ({ earlier, later }, say) =>
      `The body of an ES module is itself run by a promise job, so the microtask queue goes on being emptied when the body ends: ${say.callback(earlier)} belongs to it. The nextTick queue with ${say.callback(later)} had to wait. In a CommonJS file it would be the other way round.`,
    source: 'tickOrMicrotask',
    question: 'scheduling-apis',
  },
  {
    id: 'tick-waits-for-jobs',
    title: 'A tick that is made in a promise job waits until the microtask queue is empty.',
    applies: (pair) =>
      isJobThenTick(pair) &&
      pair.record.callback(pair.record.origin(pair.later)).phase === 'microtask',
    text: ({ record, earlier, later }, say) =>
      `${say.Callback(later)} was made by ${say.callback(record.origin(later))}. Once the microtask queue is being emptied it is emptied to the end, so ${say.callback(earlier)} came first, and the ticks had their turn after it.`,
    source: 'tickOrMicrotask',
    question: 'scheduling-apis',
  },
  {
    id: 'import-takes-jobs',
    title: '`import()` takes several promise jobs, even for a module that is already there.',
    applies: (pair) =>
      bothIn(pair, 'microtask') && imports(pair, pair.later) && !imports(pair, pair.earlier),
    text: ({ earlier, later }, say) =>
      `${say.Callback(later)} waits for an \`import()\`. Node.js finds, loads, links and evaluates the module in steps of its own, and several of them are promise jobs. ${say.Callback(earlier)} did not have to wait for them.`,
    source: 'dynamicImport',
    question: 'cjs-vs-esm',
  },
  {
    id: 'resolved-with-a-promise',
    title: 'A promise that is resolved with another promise follows two jobs later.',
    applies: (pair) => bothIn(pair, 'microtask') && detour(pair) === 'promise',
    text: ({ earlier, later }, say) =>
      `${say.Callback(later)} waits for a promise that was resolved with another promise. One more job calls \`then\` of that promise, and a second one passes its value on. Without this detour ${say.callback(earlier)} would not have been first.`,
    source: 'thenableJob',
    question: 'promises-and-the-loop',
  },
  {
    id: 'resolved-with-a-thenable',
    title: 'A promise that is resolved with an object that has a `then` needs a job to call it.',
    applies: (pair) => bothIn(pair, 'microtask') && detour(pair) === 'thenable',
    text: ({ earlier, later }, say) =>
      `${say.Callback(later)} waits for a promise that was resolved with an object that has a \`then\` method. A job of its own calls that method. Without this detour ${say.callback(earlier)} would not have been first.`,
    source: 'thenableJob',
    question: 'promises-and-the-loop',
  },
  {
    id: 'await-of-a-thenable',
    title: 'An `await` of something that is not a native promise takes one more job.',
    applies: (pair) => bothIn(pair, 'microtask') && detour(pair) === 'await',
    text: ({ earlier, later }, say) =>
      `The value that was awaited in ${say.line(later)} has a \`then\` method and is not a native promise: a job of its own had to call that method first. Without it ${say.callback(earlier)} would not have been first.`,
    source: 'fastAsync',
    question: 'promises-and-the-loop',
  },
  {
    id: 'chains-take-turns',
    title: 'Each step of a chain becomes a job only when the step before it has run.',
    applies: (pair) => bothIn(pair, 'microtask') && waitedForAnother(pair),
    certainty: queuedLater,
    text: ({ record, earlier, later }, say) =>
      `When ${say.callback(earlier)} was already in the microtask queue, ${say.callback(later)} still had to wait for ${say.callback(record.origin(later))}. Chains that run side by side take turns like this, job by job.`,
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'jobs-in-order',
    title: 'Promise jobs run in the order in which they became ready.',
    applies: (pair) => bothIn(pair, 'microtask'),
    certainty: queuedInOrder,
    text: ({ earlier, later }, say) =>
      `Both waited in the microtask queue: ${say.callback(earlier)} was put there before ${say.callback(later)}. \`then\`, \`await\` and \`queueMicrotask\` share this one queue.`,
    source: 'jobs',
    question: 'promises-and-the-loop',
  },
  {
    id: 'queued-later',
    title: 'What is put into a queue later runs later.',
    applies: (pair) =>
      sameHost(pair) &&
      pair.record.isMicro(pair.later) &&
      pair.record.origin(pair.later) > pair.earlier,
    certainty: queuedLater,
    text: ({ record, earlier, later }, say) =>
      `When ${say.callback(earlier)} ran, ${say.callback(later)} was not in its queue yet: ${say.callback(record.origin(later))} put it there afterwards.`,
    source: 'tickOrMicrotask',
    question: 'scheduling-apis',
  },
  {
    id: 'queues-after-callback',
    title: 'After each callback the nextTick queue and the promise jobs are emptied.',
    applies: (pair) => sameHost(pair) && pair.record.outermost(pair.earlier) === pair.first,
    text: ({ earlier, later }, say) =>
      `${say.Callback(later)} was waiting in a queue, and the queues are emptied as soon as ${say.callback(earlier)} has run to its end.`,
    source: 'nextTick',
    question: 'scheduling-apis',
  },
];

const sameHost = ({ first, second }: Pair): boolean => first === second;

const phaseOf = (record: Recorded, index: number) => record.callback(index).phase;

function bothIn(pair: Pair, phase: 'nextTick' | 'microtask'): boolean {
  const { record, earlier, later } = pair;
  return sameHost(pair) && phaseOf(record, earlier) === phase && phaseOf(record, later) === phase;
}

const sameRound = ({ record, earlier, later }: Pair): boolean =>
  record.round(earlier) === record.round(later);

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

/** Whether the later one was in its queue when the callback `index` had run. */
function wasQueuedBy({ record, later }: Pair, index: number): boolean {
  return record.origin(later) <= index;
}

/** Whether the earlier one was in the queue already when the other one's turn was still to be earned. */
function waitedForAnother({ record, earlier, later }: Pair): boolean {
  return record.isMicro(record.origin(later)) && record.origin(earlier) < record.origin(later);
}

/** What one drain of the queues does is the same in every run, unless its beginning is not. */
function queuedInOrder({ record, earlier, later, certaintyOf }: Pair): Certainty {
  const [one, other] = [record.origin(earlier), record.origin(later)];
  // The other way round: what put the later one into its queue was not recorded.
  return one < other ? certaintyOf(one, other) : 'certain';
}

function queuedLater(pair: Pair): Certainty {
  const { record, earlier, later, certaintyOf } = pair;
  const origin = record.origin(later);
  return origin > earlier ? certaintyOf(earlier, origin) : queuedInOrder(pair);
}

/** The jobs and ticks that led to one, itself the last, back to the callback of the loop. */
function chain(record: Recorded, index: number, host: number): number[] {
  const jobs: number[] = [];
  for (let at = index; at > host; at = record.origin(at)) jobs.unshift(at);
  return jobs;
}

const isThenable = (record: Recorded, index: number): boolean =>
  record.task(index).api === 'thenable';

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

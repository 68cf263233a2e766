import type { Phase } from '../trace/model.ts';

/** Something that developers often believe about the order of output, and that Node.js contradicts. */
export interface Belief {
  readonly id: BeliefId;
  /** In the words of somebody who believes it: "A timeout of 0 ms calls its callback immediately." */
  readonly says: string;
  /** Speaks to the reader, kindly: what they may believe, and how it really is. */
  readonly text: string;
  /** Id of the rule of the table of rules that contradicts it best. */
  readonly contradictedBy: string;
  /** Id of the question of the bank that teaches it. */
  readonly question: string;
  /** How a wrong pair of lines in a recorded run gives it away; absent where a pair can't tell. */
  readonly seenIn?: WrongPairPattern;
}

interface WrongPairPattern {
  /** The rules that the prediction broke. */
  readonly rules: readonly string[];
  /** Only for a line of such a callback that was predicted too early. */
  readonly predicted?: { readonly phase?: Phase; readonly api?: RegExp };
}

/** Names a row of the table. */
export type BeliefId = (typeof table)[number]['id'];

const goingOn = ['script-first', 'callback-first'] as const;

/** All of them in one table. A wrong pair is explained by the first row that fits it. */
const table = [
  {
    id: 'await-blocks',
    says: '`await` stops the whole program until the value is there.',
    text: 'You may see `await` as a pause of the whole program. Only its own function pauses, and it always continues in a microtask of its own.',
    contradictedBy: 'await-lets-go',
    question: 'promises-and-the-loop',
    seenIn: { rules: ['await-lets-go', ...goingOn], predicted: { api: /^await$/ } },
  },
  {
    id: 'await-goes-on',
    says: '`await` continues immediately when the value is already there.',
    text: 'You may expect `await` to continue immediately when there is nothing to wait for. What follows an `await` always runs in a microtask of its own.',
    contradictedBy: 'await-lets-go',
    question: 'promises-and-the-loop',
  },
  {
    id: 'zero-means-now',
    says: '`setTimeout(f, 0)` calls `f` immediately.',
    text: 'You may read `setTimeout(f, 0)` as "run it now". The delay is only the shortest wait: the code that runs, the ticks and the microtasks all run before the loop looks at its timers.',
    contradictedBy: 'script-first',
    question: 'scheduling-apis',
    seenIn: {
      rules: [...goingOn, 'late-timer', 'queues-before-the-loop'],
      predicted: { phase: 'timers' },
    },
  },
  {
    id: 'zero-before-microtasks',
    says: 'A timeout of 0 ms runs right after the current code, before ticks and microtasks.',
    text: 'You may expect a timeout of 0 ms to run right after the current code. The ticks and the microtasks all run before the loop looks at its timers.',
    contradictedBy: 'queues-before-the-loop',
    question: 'scheduling-apis',
  },
  {
    id: 'immediate-is-immediate',
    says: '`setImmediate` runs right after the current code, before ticks and microtasks.',
    text: 'The name of `setImmediate` promises too much: it means "in the next check phase of the loop", after the running code, the ticks and the microtasks.',
    contradictedBy: 'queues-before-the-loop',
    question: 'scheduling-apis',
    seenIn: {
      rules: [...goingOn, 'queues-before-the-loop'],
      predicted: { phase: 'check' },
    },
  },
  {
    id: 'settled-promise-runs-at-once',
    says: '`then` calls its handler immediately if the promise is already settled.',
    text: 'You may expect the handler of a promise that is already settled to be called immediately. `then` always defers it to a microtask, after the code that runs now.',
    contradictedBy: 'script-first',
    question: 'promises-and-the-loop',
    seenIn: { rules: goingOn, predicted: { phase: 'microtask' } },
  },
  {
    id: 'next-tick-interrupts',
    says: '`process.nextTick` calls its callback immediately.',
    text: 'You may take `process.nextTick` for something that cuts in. It is the first thing after the running code, and never in the middle of it.',
    contradictedBy: 'script-first',
    question: 'scheduling-apis',
    seenIn: { rules: goingOn, predicted: { phase: 'nextTick' } },
  },
  {
    id: 'io-is-instant',
    says: 'Reading a small file is so fast that its callback is called immediately.',
    text: 'However fast the operation is, its callback waits for the event loop, and that goes on only when the running code is through.',
    contradictedBy: 'script-first',
    question: 'blocking-vs-nonblocking',
    seenIn: { rules: goingOn, predicted: { phase: 'poll' } },
  },
  {
    id: 'promises-before-ticks',
    says: 'Promise handlers run before the callbacks of `process.nextTick`.',
    text: 'You may put promises first because they are part of the language. In CommonJS files and in callbacks of the loop, Node.js empties its own nextTick queue before the microtask queue.',
    contradictedBy: 'ticks-before-promise-jobs',
    question: 'scheduling-apis',
    seenIn: { rules: ['ticks-before-promise-jobs'] },
  },
  {
    id: 'ticks-always-first',
    says: 'Ticks run before microtasks in the body of an ES module, too.',
    text: '"nextTick always comes first" holds after the script of a CommonJS file and after a callback of the loop. Where microtasks already run, as in the body of an ES module, the ticks wait for them.',
    contradictedBy: 'module-jobs-before-ticks',
    question: 'scheduling-apis',
    seenIn: { rules: ['module-jobs-before-ticks', 'tick-waits-for-jobs'] },
  },
  {
    id: 'tick-before-each-job',
    says: 'A tick runs before the next microtask, even if it is scheduled by a microtask.',
    text: 'You may expect a tick to overtake microtasks that are already queued. Once microtasks run, the ticks wait until the microtask queue is empty.',
    contradictedBy: 'tick-waits-for-jobs',
    question: 'scheduling-apis',
  },
  {
    id: 'tick-waits-for-turn',
    says: '`process.nextTick` waits for the next turn of the event loop.',
    text: 'The name of `process.nextTick` misleads: it does not wait for the next turn of the loop. Its callback runs as soon as the current code is through, before the loop continues.',
    contradictedBy: 'queues-after-callback',
    question: 'scheduling-apis',
  },
  {
    id: 'nested-waits-for-turn',
    says: 'A tick or microtask that is scheduled by another one waits for the next turn of the loop.',
    text: 'You may expect what a tick or a microtask schedules to wait for the next turn. Both queues are emptied completely, with everything that is added meanwhile, before the loop continues.',
    contradictedBy: 'queues-between-callbacks',
    question: 'scheduling-apis',
  },
  {
    id: 'microtask-after-promises',
    says: 'Promise handlers run before the callbacks of `queueMicrotask`.',
    text: 'You may expect `queueMicrotask` to give way to promises. Both use the same microtask queue, so whatever was queued first runs first.',
    contradictedBy: 'jobs-in-order',
    question: 'scheduling-apis',
  },
  {
    id: 'chain-runs-through',
    says: 'A promise chain runs to its end before the next one begins.',
    text: 'You may expect one chain to run through before the next one begins. Each `then` and each `await` is a microtask of its own, and those of different chains take turns.',
    contradictedBy: 'chains-take-turns',
    question: 'promises-and-the-loop',
    seenIn: { rules: ['chains-take-turns', 'jobs-in-order', 'queued-later', 'chain-waits'] },
  },
  {
    id: 'returning-a-promise-is-free',
    says: 'Returning a promise takes no longer than returning its value.',
    text: 'You may expect a promise that is resolved with another promise to settle in the next microtask. It takes two more: one calls `then` of that promise, and one passes its value on.',
    contradictedBy: 'resolved-with-a-promise',
    question: 'promises-and-the-loop',
    seenIn: { rules: ['resolved-with-a-promise', 'await-of-a-thenable'] },
  },
  {
    id: 'thenable-is-free',
    says: 'The `then` method of a thenable is called immediately.',
    text: 'You may expect the `then` method of a thenable to be called right where the thenable is awaited or returned. Calling it is a microtask.',
    contradictedBy: 'resolved-with-a-thenable',
    question: 'promises-and-the-loop',
  },
  {
    id: 'await-takes-three',
    says: '`await` of a promise takes three microtasks.',
    text: 'You may know `await` from older versions, in which it took three microtasks. Since Node.js 12, an `await` of a native promise takes one.',
    contradictedBy: 'jobs-in-order',
    question: 'promises-and-the-loop',
  },
  {
    id: 'link-without-handler-is-free',
    says: 'A `catch` that has nothing to catch takes no time.',
    text: 'You may expect a value to skip a `catch`, or an error a `then`, without any delay. Even a link that has no handler for the outcome takes a microtask to pass it on.',
    contradictedBy: 'chains-take-turns',
    question: 'promises-and-the-loop',
  },
  {
    id: 'finally-takes-one',
    says: '`finally` takes one microtask, as `then` does.',
    text: 'You may expect `finally` to take one microtask, as `then` does. It waits for what its callback returns, and that takes two more before the next link runs.',
    contradictedBy: 'resolved-with-a-promise',
    question: 'promises-and-the-loop',
  },
  {
    id: 'finally-is-last',
    says: '`finally` runs after all other promise handlers.',
    text: 'You may expect `finally` to run at the very end. It is a link of its own chain, and runs when the link before it is settled.',
    contradictedBy: 'jobs-in-order',
    question: 'promises-and-the-loop',
  },
  {
    id: 'all-is-free',
    says: 'The handler of `Promise.all` runs as soon as the last promise is fulfilled.',
    text: 'You may expect `Promise.all` to be settled together with its last promise. It reacts to each promise in a microtask, and its own handlers run in a later one.',
    contradictedBy: 'chain-waits',
    question: 'promise-combinators',
  },
  {
    id: 'all-in-sequence',
    says: '`Promise.all` starts each operation when the one before it is done.',
    text: 'You may expect `Promise.all` to start one operation after the other. The operations have already been started when it is called: it only waits for them.',
    contradictedBy: 'called-at-once',
    question: 'promise-combinators',
  },
  {
    id: 'race-waits-for-all',
    says: '`Promise.race` settles when all its promises have settled.',
    text: 'You may expect `Promise.race` to wait for all of its promises. It settles with the first one; the other operations still run to their end, only their results are ignored.',
    contradictedBy: 'chain-waits',
    question: 'promise-combinators',
  },
  {
    id: 'queues-once-a-turn',
    says: 'Ticks and microtasks run after a whole phase of the loop.',
    text: 'You may think that ticks and microtasks wait until a phase of the loop is over. They run after every single callback.',
    contradictedBy: 'queues-between-callbacks',
    question: 'event-loop-phases',
    seenIn: { rules: ['queues-between-callbacks'] },
  },
  {
    id: 'timer-before-immediate',
    says: 'A timeout of 0 ms always runs before an immediate.',
    text: 'You may expect timers to win because they come first in drawings of the loop. It is a circle: after the callback of an I/O operation or of a timer, the check phase comes before the next timers phase; from the main script, either may win.',
    contradictedBy: 'immediate-before-timer-after-io',
    question: 'predict-timeout-immediate',
    seenIn: {
      rules: [
        'immediate-before-timer-after-io',
        'immediate-before-new-timer',
        'check-phase-goes-on',
      ],
    },
  },
  {
    id: 'immediate-always-first',
    says: 'An immediate always runs before a timer.',
    text: 'Neither of `setTimeout` and `setImmediate` always wins: what counts is whether the timer is due when the loop comes by its timers.',
    contradictedBy: 'due-timer-first',
    question: 'predict-timeout-immediate',
    seenIn: { rules: ['due-timer-first', 'timer-is-not-due'] },
  },
  {
    id: 'order-of-creation',
    says: 'Timers run in the order in which they were created.',
    text: 'Timers are neither strictly in the order in which they were made nor strictly sorted by delay: what counts is when they are due, and with equal delays which was made first. A delay of 0 is one of 1 ms.',
    contradictedBy: 'earlier-deadline',
    question: 'event-loop-phases',
    seenIn: { rules: ['earlier-deadline', 'same-delay-in-order', 'same-delay-together'] },
  },
  {
    id: 'one-timer-a-turn',
    says: 'The loop runs only one timer in each turn.',
    text: 'You may expect one timer in each turn of the loop. The timers phase runs all timers that are due before the loop continues with its other phases.',
    contradictedBy: 'due-timer-first',
    question: 'event-loop-phases',
  },
  {
    id: 'interval-starts-at-once',
    says: '`setInterval` makes its first call immediately.',
    text: 'You may expect `setInterval` to make its first call immediately. The first call, too, waits for the delay.',
    contradictedBy: 'script-first',
    question: 'scheduling-apis',
  },
  {
    id: 'immediates-chain-in-one-phase',
    says: 'An immediate that is scheduled by an immediate runs in the same check phase.',
    text: 'You may expect an immediate that is made in an immediate to run right after it. The check phase takes only those that were there when it began.',
    contradictedBy: 'immediate-next-turn',
    question: 'event-loop-phases',
    seenIn: { rules: ['immediate-next-turn', 'immediates-in-order'] },
  },
  {
    id: 'close-is-at-once',
    says: 'Closing a handle emits `close` immediately.',
    text: 'Closing is not done where you ask for it: close callbacks have a phase of their own at the end of the turn, before the next timers.',
    contradictedBy: 'close-is-last-in-a-turn',
    question: 'event-loop-phases',
    seenIn: { rules: ['close-is-last-in-a-turn', 'close-before-next-timers'] },
  },
  {
    id: 'calls-are-deferred',
    says: 'A callback is always called later.',
    text: 'A callback is not always called later: listeners of `emit`, the executor of `new Promise`, the part of an async function before its first `await` and callbacks of array methods run right where they are called.',
    contradictedBy: 'called-at-once',
    question: 'event-emitter',
    seenIn: { rules: ['called-at-once', 'called-inside'] },
  },
  {
    id: 'emit-is-asynchronous',
    says: '`emit` calls its listeners later.',
    text: 'You may expect `emit` to call its listeners later. It calls them one after the other, right where it is called, and returns when they are done.',
    contradictedBy: 'called-inside',
    question: 'event-emitter',
  },
  {
    id: 'executor-runs-later',
    says: 'The executor of `new Promise` runs later.',
    text: 'You may expect the executor of `new Promise` to run later. It is called immediately; only handlers of the promise are deferred.',
    contradictedBy: 'called-inside',
    question: 'promises-and-the-loop',
  },
  {
    id: 'async-body-runs-later',
    says: 'The body of an async function starts later.',
    text: 'You may expect the body of an async function to start later. It runs immediately, as that of any function, up to its first `await`.',
    contradictedBy: 'called-at-once',
    question: 'promises-and-the-loop',
  },
  {
    id: 'code-can-be-interrupted',
    says: 'A timer that is due interrupts the code that runs.',
    text: 'Nothing can cut into code that runs: what it schedules, and what happens outside meanwhile, waits until it is through.',
    contradictedBy: 'one-after-the-other',
    question: 'single-threaded',
    seenIn: { rules: ['one-after-the-other'] },
  },
  {
    id: 'exit-is-early',
    says: 'The program is over when the script has run.',
    text: 'The end of the script is not the end of the program: as long as a timer, an immediate or an operation is waiting, the process keeps running.',
    contradictedBy: 'exit-is-last',
    question: 'event-loop-phases',
    seenIn: { rules: ['exit-is-last', 'before-exit-when-empty'] },
  },
] as const satisfies readonly (Omit<Belief, 'id'> & { readonly id: string })[];

export const beliefs: readonly Belief[] = table;

const byId = new Map(beliefs.map((belief) => [belief.id, belief]));

/** The row of a belief. */
export function beliefOf(id: BeliefId): Belief {
  const belief = byId.get(id);
  if (!belief) throw new Error(`Unknown belief: ${id}`);
  return belief;
}

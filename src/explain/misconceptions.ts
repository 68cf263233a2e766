import type { Misconception, WrongPair } from '../trace/explanation.ts';
import type { Phase, Trace } from '../trace/model.ts';

interface Row {
  readonly id: string;
  /** The rules that the prediction broke. */
  readonly rules: readonly string[];
  /** Only for a line of such a callback that was predicted too early. */
  readonly predicted?: { readonly phase?: Phase; readonly api?: RegExp };
  /** Speaks to the reader, kindly. */
  readonly text: string;
  readonly question: string;
}

/** What somebody may believe who predicted the later line of a pair first. The first row that fits. */
export const misconceptions: readonly Row[] = [
  {
    id: 'await-blocks',
    rules: ['await-lets-go', 'script-first', 'callback-first'],
    predicted: { api: /^await$/ },
    text: 'You may see `await` as a pause of the whole program, or expect it to continue immediately when the value is already there. Only its own function pauses, and it always continues in a microtask of its own.',
    question: 'promises-and-the-loop',
  },
  {
    id: 'zero-means-now',
    rules: ['script-first', 'callback-first', 'late-timer', 'queues-before-the-loop'],
    predicted: { phase: 'timers' },
    text: 'You may read `setTimeout(f, 0)` as "run it now". The delay is only the shortest wait: the code that runs, the ticks and the microtasks all run before the loop looks at its timers.',
    question: 'scheduling-apis',
  },
  {
    id: 'immediate-is-immediate',
    rules: ['script-first', 'callback-first', 'queues-before-the-loop'],
    predicted: { phase: 'check' },
    text: 'The name of `setImmediate` promises too much: it means "in the next check phase of the loop", after the running code, the ticks and the microtasks.',
    question: 'scheduling-apis',
  },
  {
    id: 'settled-promise-runs-at-once',
    rules: ['script-first', 'callback-first'],
    predicted: { phase: 'microtask' },
    text: 'You may expect the handler of a promise that is already settled to be called immediately. `then` always defers it to a microtask, after the code that runs now.',
    question: 'promises-and-the-loop',
  },
  {
    id: 'next-tick-interrupts',
    rules: ['script-first', 'callback-first'],
    predicted: { phase: 'nextTick' },
    text: 'You may take `process.nextTick` for something that cuts in. It is the first thing after the running code, and never in the middle of it.',
    question: 'scheduling-apis',
  },
  {
    id: 'io-is-instant',
    rules: ['script-first', 'callback-first'],
    predicted: { phase: 'poll' },
    text: 'However fast the operation is, its callback waits for the event loop, and that goes on only when the running code is through.',
    question: 'blocking-vs-nonblocking',
  },
  {
    id: 'promises-before-ticks',
    rules: ['ticks-before-promise-jobs'],
    text: 'You may put promises first because they are part of the language. In CommonJS files and in callbacks of the loop, Node.js empties its own nextTick queue before the microtask queue.',
    question: 'scheduling-apis',
  },
  {
    id: 'ticks-always-first',
    rules: ['module-jobs-before-ticks', 'tick-waits-for-jobs'],
    text: '"nextTick always comes first" holds after the script of a CommonJS file and after a callback of the loop. Where microtasks already run, as in the body of an ES module, the ticks wait for them.',
    question: 'scheduling-apis',
  },
  {
    id: 'chain-runs-through',
    rules: ['chains-take-turns', 'jobs-in-order', 'queued-later', 'chain-waits'],
    text: 'You may expect one chain to run through before the next one begins. Each `then` and each `await` is a microtask of its own, and those of different chains take turns.',
    question: 'promises-and-the-loop',
  },
  {
    id: 'returning-a-promise-is-free',
    rules: ['resolved-with-a-promise', 'await-of-a-thenable'],
    text: 'You may expect a promise that is resolved with another promise to settle in the next microtask. It first has to call `then` of that promise, and that takes further microtasks.',
    question: 'promises-and-the-loop',
  },
  {
    id: 'queues-once-a-turn',
    rules: ['queues-between-callbacks'],
    text: 'You may think that ticks and microtasks wait until a phase of the loop is over. They run after every single callback.',
    question: 'event-loop-phases',
  },
  {
    id: 'timer-before-immediate',
    rules: ['immediate-before-timer-after-io', 'immediate-before-new-timer', 'check-phase-goes-on'],
    text: 'You may expect timers to win because they come first in drawings of the loop. It is a circle: what counts is the phase in which you are, and from here the check phase comes before the timers.',
    question: 'predict-timeout-immediate',
  },
  {
    id: 'immediate-always-first',
    rules: ['due-timer-first', 'timer-is-not-due'],
    text: 'Neither of `setTimeout` and `setImmediate` always wins: what counts is whether the timer is due when the loop comes by its timers.',
    question: 'predict-timeout-immediate',
  },
  {
    id: 'order-of-creation',
    rules: ['earlier-deadline', 'same-delay-in-order', 'same-delay-together'],
    text: 'Timers are neither strictly in the order in which they were made nor strictly sorted by delay: what counts is when they are due, and with equal delays which was made first. A delay of 0 is one of 1 ms.',
    question: 'event-loop-phases',
  },
  {
    id: 'immediates-chain-in-one-phase',
    rules: ['immediate-next-turn', 'immediates-in-order'],
    text: 'You may expect an immediate that is made in an immediate to run right after it. The check phase takes only those that were there when it began.',
    question: 'event-loop-phases',
  },
  {
    id: 'close-is-at-once',
    rules: ['close-is-last-in-a-turn', 'close-before-next-timers'],
    text: 'Closing is not done where you ask for it: close callbacks have a phase of their own at the end of the turn, before the next timers.',
    question: 'event-loop-phases',
  },
  {
    id: 'calls-are-deferred',
    rules: ['called-at-once', 'called-inside'],
    text: 'A callback is not always called later: listeners of `emit`, the executor of `new Promise`, the part of an async function before its first `await` and callbacks of array methods run right where they are called.',
    question: 'event-emitter',
  },
  {
    id: 'code-can-be-interrupted',
    rules: ['one-after-the-other'],
    text: 'Nothing can cut into code that runs: what it schedules, and what happens outside meanwhile, waits until it is through.',
    question: 'single-threaded',
  },
  {
    id: 'exit-is-early',
    rules: ['exit-is-last', 'before-exit-when-empty'],
    text: 'The end of the script is not the end of the program: as long as a timer, an immediate or an operation is waiting, the process keeps running.',
    question: 'event-loop-phases',
  },
];

/** Undefined for a race, where nobody is wrong, and where nothing typical is known. */
export function misconceptionOf(
  trace: Trace,
  { later, explanation }: Pick<WrongPair, 'later' | 'explanation'>,
): Misconception | undefined {
  if (explanation.certainty !== 'certain') return undefined;
  const callback = trace.callbacks[trace.lines[later]?.callback ?? -1];
  const api = trace.tasks[callback?.task ?? -1]?.api ?? '';
  const row = misconceptions.find(({ rules, predicted }) => {
    if (!rules.includes(explanation.rule)) return false;
    if (predicted?.phase !== undefined && predicted.phase !== callback?.phase) return false;
    return predicted?.api?.test(api) ?? true;
  });
  return row && { id: row.id, text: row.text, question: row.question };
}

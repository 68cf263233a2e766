import type { BeliefId } from '../explain/beliefs.ts';
import type { Callback, Task, Trace } from '../trace/model.ts';
import { nominal } from './chance.ts';
import { ImaginedRecorder } from './imagined-recorder.ts';
import { Machine } from './machine.ts';
import type { Watcher } from './watcher.ts';

/**
 * The beliefs that a recorded run can be played under again: those that change when callbacks run. What a belief
 * makes of promises themselves can't be told from the jobs that a run had, and a callback that interrupts the code
 * which scheduled it would often do something else than it did: a listener is not there yet, a name has no value.
 */
export const replayedBeliefs = [
  ...(['promises-before-ticks', 'tick-before-each-job', 'tick-waits-for-turn'] as const),
  ...(['nested-waits-for-turn', 'microtask-after-promises', 'queues-once-a-turn'] as const),
  ...(['zero-before-microtasks', 'immediate-is-immediate', 'order-of-creation'] as const),
  ...(['one-timer-a-turn', 'immediates-chain-in-one-phase', 'timer-before-immediate'] as const),
  ...(['immediate-always-first', 'finally-is-last', 'ticks-always-first'] as const),
] satisfies readonly BeliefId[];

/** Beside an operation what they predict depends on how many turns of the loop it takes, which nobody knows. */
const turnBeliefs: ReadonlySet<BeliefId> = new Set([
  ...(['tick-waits-for-turn', 'nested-waits-for-turn'] as const),
  ...(['queues-once-a-turn', 'one-timer-a-turn'] as const),
]);

/**
 * The beliefs under which the callbacks of a recorded run would print exactly these lines: what each callback printed, scheduled
 * and settled is taken as it was, and only the order of the callbacks is decided anew. None where that is not sound:
 * where the order without any belief is another one than that of the run, where a callback may do something else
 * when others ran before it, or where it depends on how long an operation takes.
 */
export function beliefsPrinting(trace: Trace, lines: readonly string[]): readonly BeliefId[] {
  if (!isSound(trace)) return [];
  const printed = trace.lines.map(({ text }) => text);
  // Another order of the callbacks has the same lines.
  if (isSame(lines, printed) || !isSame(lines.toSorted(), printed.toSorted())) return [];
  const effects = effectsOf(trace);
  if (!isSame(replay(trace, effects), printed)) return [];
  const found = replayedBeliefs.filter((belief) => isSame(replay(trace, effects, belief), lines));
  const hasOperations = trace.callbacks.some(({ phase }) => phase === 'poll');
  return hasOperations && found.some((belief) => turnBeliefs.has(belief)) ? [] : found;
}

/**
 * What the callbacks of a recorded run would do if a belief were true, in the shape of a recorded run so that it can
 * be drawn like one. It is nothing that ran: whoever shows it has to say so. Only sound for a belief that
 * `beliefsPrinting` returns. Times and places in the source are not in it.
 */
export function imaginedReplay(trace: Trace, belief: BeliefId): Trace {
  const recorder = new ImaginedRecorder(trace.entry);
  replay(trace, effectsOf(trace), belief, recorder);
  return recorder.trace();
}

/** What is played again would be something else in another order, or its place in the order is unknown. */
function isSound(trace: Trace): boolean {
  const { tasks, callbacks, lines } = trace;
  return (
    trace.complete === 'whole' &&
    trace.untraced.length === 0 &&
    trace.altered === undefined &&
    trace.mayWait === undefined &&
    callbacks.every(
      (one) => one.event === undefined && one.outside === undefined && isPlayed(one),
    ) &&
    tasks.every((one) => one.cancelledAt === undefined || one.repeats === true) &&
    // What is settled by the last one of several is settled by another one in another order.
    tasks.every(({ api, refreshed }) => !/^Promise\./.test(api) && refreshed === undefined) &&
    lines.every(
      ({ stream, from, callback }) =>
        (stream === 'stdout' || stream === 'stderr') &&
        from === undefined &&
        callback !== undefined,
    )
  );
}

const isPlayed = ({ phase }: Callback): boolean => phase !== 'close' && phase !== 'exit';

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((line, at) => line === other[at]);

/** One thing that a callback did. */
interface Effect {
  readonly at: number;
  readonly act: (machine: Machine, run: Run) => void;
}

/** Has a machine do what a callback did. */
type Run = (callback: Callback) => void;

/** Shorter ones are part of any run, and the script's own is mostly its start. */
const [longMs, longScriptMs] = [15, 45];

function replay(
  trace: Trace,
  effects: readonly (readonly Effect[])[],
  belief?: BeliefId,
  watcher?: Watcher,
): readonly string[] {
  const machine = new Machine(new Set(belief ? [belief] : []), nominal, watcher);
  function run(callback: Callback): void {
    for (const { act } of effects[callback.index] ?? []) act(machine, run);
    const { index, startedMs, endedMs = startedMs } = callback;
    const ms = endedMs - startedMs;
    if (ms >= (index === 0 ? longScriptMs : longMs)) machine.block(ms);
  }

  const [script] = trace.callbacks;
  if (script) machine.run(() => run(script), trace.entry);
  return machine.lines;
}

/** What each callback did, in order. */
function effectsOf(trace: Trace): readonly (readonly Effect[])[] {
  const calls = trace.tasks.map((): Callback[] => []);
  for (const callback of trace.callbacks) calls[callback.task]?.push(callback);
  const runningAt = runningIn(trace);
  const effects = trace.callbacks.map((): Effect[] => []);
  for (const { text, at, callback = -1 } of trace.lines) {
    effects[callback]?.push({ at, act: (machine) => machine.print(text) });
  }
  for (const callback of trace.callbacks) {
    const { inside, from } = callback;
    if (inside !== undefined) effects[inside]?.push({ at: from, act: (_, run) => run(callback) });
  }
  for (const task of trace.tasks) {
    const own = (calls[task.id] ?? []).filter(({ inside }) => inside === undefined);
    const at = task.phase === 'microtask' ? task.queuedAt : task.scheduledAt;
    if (task.id === 0 || own.length === 0 || at === undefined) continue;
    const by = task.phase === 'microtask' ? runningAt(at) : task.by;
    effects[by ?? -1]?.push({ at, act: (machine, run) => schedule(machine, task, own, run) });
  }
  for (const list of effects) list.sort((one, other) => one.at - other.at);
  return effects;
}

function schedule(
  machine: Machine,
  { phase, api, internal, delayMs = 1, repeats }: Task,
  calls: readonly Callback[],
  run: Run,
): void {
  let count = 0;
  const next = (): boolean => {
    const call = calls[count++];
    if (call) run(call);
    return count < calls.length;
  };
  const once = (): void => void next();
  switch (phase) {
    case 'nextTick':
      machine.tick(once);
      return;
    case 'microtask': {
      const kind = api === 'queueMicrotask' ? 'microtask' : api === 'finally' ? 'finally' : 'job';
      machine.job(once, kind, machine.expects(api, internal ? true : undefined));
      return;
    }
    case 'timers':
      if (repeats) machine.interval(delayMs, next);
      else machine.timeout(delayMs, once, api);
      return;
    case 'check':
      machine.immediate(once);
      return;
    case 'poll':
      machine.operation(once, api);
      return;
    case 'main':
    case 'close':
    case 'exit':
  }
}

/** Finds the innermost callback that ran at a moment: callbacks stand in the order of their beginnings. */
function runningIn({ callbacks }: Trace): (moment: number) => number | undefined {
  return (moment) => {
    let [low, high] = [0, callbacks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((callbacks[middle]?.from ?? Infinity) <= moment) low = middle + 1;
      else high = middle;
    }
    let found = callbacks[low - 1];
    while (found && found.to < moment) found = callbacks[found.inside ?? -1];
    return found?.index;
  };
}

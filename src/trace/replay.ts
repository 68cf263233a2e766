import { createCallStack } from './call-stack.ts';
import { createClock } from './clock.ts';
import type { CallbackDraft, Resolution, StartDraft, TaskDraft } from './drafts.ts';
import type { Moment, Phase, Slept } from './model.ts';
import type { Step } from './recording.ts';
import { nodeItself } from './resource-name.ts';
import { createTaskRegistry } from './task-registry.ts';
import { createTurnCounter } from './turns.ts';

/** The state of the program while its steps are gone through again, one after the other. */
export interface Replay {
  step(step: Step): void;
  /** A moment for something that happens now. */
  moment(): Moment;
  /** Milliseconds since the script began. @param ms since the recording began */
  since(ms: number): number;
  /** The innermost callback that runs, or the last one that ran. */
  current(): CallbackDraft;
  /**
   * The callback that waited for a process since this was last asked; undefined if there was none,
   * or if other processes may have printed meanwhile.
   */
  takeWaited(): CallbackDraft | undefined;
  /** The child has stopped recording: what came after that is unknown. */
  readonly stopped: boolean;
  finish(): {
    readonly tasks: readonly TaskDraft[];
    readonly callbacks: readonly CallbackDraft[];
    readonly end: Moment;
    readonly started: readonly StartDraft[];
    readonly altered: readonly string[];
    readonly slept: readonly Slept[];
  };
}

/** Types that only the loop and the queues call, never another callback. */
const outermostTypes = new Set(['TickObject', 'PROMISE', 'Microtask', 'Timeout', 'Immediate']);

const eventPhases: Readonly<Record<string, Phase>> = {
  exit: 'exit',
  beforeExit: 'exit',
  // Node looks for them at the end of what empties the nextTick queue.
  unhandledRejection: 'nextTick',
  rejectionHandled: 'nextTick',
};

/** How many streams one callback is listed as filling; see `Callback.fills`. */
const mostFills = 20;

/** Replays steps in whatever order they are given; those that make no sense are ignored. */
export function createReplay(): Replay {
  const main = mainCallback();
  const clock = createClock();
  const calls = createCallStack(main, clock);
  const book = createTaskRegistry(main, calls, clock);
  const turns = createTurnCounter();
  let after: Phase = 'main';
  const altered = new Set<string>();
  const slept: Slept[] = [];
  // Of connections of the process with itself: who writes to an end, by its ports, and what reads it.
  const senders = new Map<string, CallbackDraft[]>();
  const readers = new Map<number, string>();
  const tooLong = new Set<string>();
  const kills: (Resolution & { readonly signal: number })[] = [];
  let stopped = false;
  let waitedIn: CallbackDraft | undefined;

  function before(id: number, ms: number, loops: number | undefined, closes: boolean): void {
    const resource = book.resource(id, loops);
    const closing = closes || book.closesPort(resource);
    if (outermostTypes.has(resource.type)) calls.endAll();
    const task = book.taskOfRun(resource, closing);
    const outer = calls.top;
    if (outer !== undefined) {
      calls.begin(task, ms, { asyncId: id, phase: outer.phase, turn: outer.turn, after });
      return;
    }
    const phase = closing && task.phase === 'poll' ? 'close' : task.phase;
    if (phase !== 'nextTick' && phase !== 'microtask') {
      turns.enter(phase, loops, task, clock.now);
      after = phase;
    }
    calls.begin(task, ms, { asyncId: id, phase, turn: turns.current, after });
    const sent = readers.get(id) ?? '';
    const by = senders.get(sent);
    if (by && calls.top && !tooLong.has(sent)) calls.top.senders = by;
  }

  function event(name: string, ms: number, queued: boolean): void {
    if (queued) calls.endAll();
    const outer = calls.top;
    const phase = queued ? 'nextTick' : (eventPhases[name] ?? outer?.phase ?? calls.last.phase);
    const scheduledAt = clock.tick();
    const task: TaskDraft = { phase, api: name, internal: true, scheduledAt, runs: 0 };
    book.add(task);
    if (phase === 'exit' && outer === undefined) after = 'exit';
    calls.begin(task, ms, { phase, turn: turns.current, event: name, after });
  }

  /** V8 runs tasks of its own when libuv wakes up for them, in the poll phase. */
  function outside(ms: number, loops: number): void {
    calls.endAll();
    const scheduledAt = clock.tick();
    const task: TaskDraft = {
      phase: 'poll',
      api: nodeItself,
      internal: true,
      scheduledAt,
      runs: 0,
    };
    book.add(task);
    turns.enter('poll', loops, task, clock.now);
    after = 'poll';
    calls.begin(task, ms, { phase: 'poll', turn: turns.current, outside: true, after });
  }

  /** The loader runs it in a promise job, when the imports are done. */
  function body(id: number, ms: number): void {
    const by = calls.last;
    calls.endAll();
    const at = clock.tick();
    const task: TaskDraft = {
      phase: 'microtask',
      api: 'module',
      internal: false,
      scheduledAt: at,
      queuedAt: at,
      runs: 0,
      by,
    };
    book.add(task);
    calls.begin(task, ms, { asyncId: id, phase: 'microtask', turn: turns.current, after });
  }

  function signal(number: number): void {
    const sent = kills.findIndex((kill) => kill.signal === number);
    const [kill] = sent === -1 ? [] : kills.splice(sent, 1);
    if (kill && calls.top?.phase === 'poll') book.sent(calls.top, kill);
  }

  function fill(stream: number): void {
    const { fills = [] } = calls.last;
    if (!fills.includes(stream) && fills.length < mostFills) calls.last.fills = [...fills, stream];
  }

  /** Nobody listens, so nothing is called: Node ends the program when the queues are empty. */
  function rejection(): void {
    const { startedMs, endedMs = startedMs } = calls.last;
    calls.endAll();
    event('unhandledRejection', clock.began + endedMs, true);
    calls.endAll();
  }

  return {
    step(step) {
      switch (step[0]) {
        case 'main':
          if (main.asyncId !== undefined) break;
          main.asyncId = step[1];
          clock.begin(step[2]);
          turns.begin(step[3]);
          break;
        case 'init':
          book.init(step[1], step[2], step[3], step[4] ?? {});
          break;
        case 'before':
          before(step[1], step[2], step[3], step[4] === true);
          break;
        case 'after':
          calls.end(step[2], ({ asyncId }) => asyncId === step[1], step[3]);
          break;
        case 'resolve':
          book.resolve(step[1]);
          break;
        case 'clear':
          book.clear(step[1]);
          break;
        case 'event':
          event(step[1], step[2], step[3] === true);
          break;
        case 'refresh':
          book.refresh(step[1], step[2]);
          break;
        case 'close':
          book.close(step[1]);
          break;
        case 'post':
          book.post(step[1]);
          break;
        case 'connect':
          book.connect(step[1], step[2]);
          break;
        case 'take':
          book.take(step[1]);
          break;
        case 'listen':
          book.listen(step[1], step[2]);
          break;
        case 'start':
          book.start(step[1]);
          break;
        case 'kill':
          kills.push({ signal: step[1], at: clock.tick(), by: calls.last });
          break;
        case 'signal':
          signal(step[1]);
          break;
        case 'body':
          body(step[1], step[2]);
          break;
        case 'wait':
          waitedIn = calls.last;
          break;
        case 'reads':
          readers.set(step[1], `${step[3]} ${step[2]}`);
          break;
        case 'sends': {
          const key = `${step[1]} ${step[2]}`;
          const known = senders.get(key);
          if (known === undefined) senders.set(key, [calls.last]);
          else if (known.at(-1) !== calls.last) known.push(calls.last);
          if (step[3] === true) tooLong.add(key);
          break;
        }
        case 'fill':
          fill(step[1]);
          break;
        case 'slept':
          slept.push({ at: clock.tick(), ms: step[1] });
          break;
        case 'altered':
          altered.add(step[1]);
          break;
        case 'done':
          calls.end(
            step[1],
            ({ event: name, outside: isOutside }) => name !== undefined || isOutside === true,
          );
          break;
        case 'outside':
          outside(step[1], step[2]);
          break;
        case 'stop':
          stopped = true;
          calls.endAll();
          break;
        case 'error':
          if (step[1] === 'unhandledRejection' && step[2] !== true) rejection();
          break;
        case 'hooks':
        case 'output':
        case 'waited':
          break;
      }
    },
    moment: () => clock.tick(),
    since: (ms) => clock.since(ms),
    current: () => calls.last,
    takeWaited() {
      const callback = waitedIn;
      waitedIn = undefined;
      return book.started.some(({ kind }) => kind === 'process') ? undefined : callback;
    },
    get stopped() {
      return stopped;
    },
    finish() {
      calls.endAll();
      const { tasks, started } = book;
      return {
        tasks,
        callbacks: calls.callbacks,
        end: clock.tick(),
        started,
        altered: [...altered],
        slept,
      };
    },
  };
}

/** The script itself. */
function mainCallback(): CallbackDraft {
  const task: TaskDraft = {
    phase: 'main',
    api: 'script',
    internal: false,
    scheduledAt: 0,
    queuedAt: 0,
    runs: 1,
  };
  return {
    index: 0,
    task,
    phase: 'main',
    after: 'main',
    turn: 0,
    from: 1,
    to: 1,
    startedMs: 0,
    open: true,
  };
}

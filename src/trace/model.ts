import type { ModuleKind } from '../bank/model.ts';
import type { OutputStream } from '../order/output.ts';
import type { FileSite } from './trace-event.ts';

/**
 * The recorded truth of one run: which callbacks ran in which order, who scheduled them, and who
 * printed which line. Plain data (JSON): it travels to webviews as it is.
 *
 * A `Moment` is a place in the sequence of everything recorded, a whole number that only grows:
 * scheduling, the beginning and the end of a callback, and each printed line have one each. What
 * waited at a moment can be told by comparing moments.
 */
export interface Trace {
  readonly entry: ModuleKind;
  /** Everything that was scheduled, also what never ran. A task's id is its index; 0 is the script. */
  readonly tasks: readonly Task[];
  /** Each call of a callback, in the order of their beginnings. 0 is the main script. */
  readonly callbacks: readonly Callback[];
  /** In the order in which they were printed; the same lines as those of the run's output. */
  readonly lines: readonly TracedLine[];
  /** The event loop had begun before the script, whose file it read: Node 20 runs the body of an ES module in the poll phase. */
  readonly beganInPoll?: true;
  /** The last moment. */
  readonly end: Moment;
  /** Why the record stops before the run did, or that it did not. */
  readonly complete: 'whole' | 'runCut' | 'tooLong';
  /** What ran beside the trace: threads and processes of its own have no callbacks here. */
  readonly untraced: readonly ('worker' | 'process')[];
  /**
   * Functions that the program called and whose answers recording may change: ids of async_hooks,
   * and on Node 20 and 22 `AsyncLocalStorage.enterWith`. Absent if there were none.
   */
  readonly altered?: readonly string[];
  /**
   * The program can let time pass without giving up the thread: it reads the clock, or calls what
   * waits. What it computes does not tell how long it takes then.
   */
  readonly mayWait?: true;
  /** The text of the program has `unref` in it: the loop may not wait for some of its timers and handles. */
  readonly unwaited?: true;
  /** The text of the program starts workers at several places: one of these may be in a worker, which is not recorded. */
  readonly nestedWorkers?: true;
  /** The code of its only worker is a text in the program that has no function and waits for nothing. */
  readonly plainWorker?: true;
  /** Where `Atomics.wait` returned because the time was over that it had been given; absent if that never happened. */
  readonly slept?: readonly Slept[];
  /**
   * Nothing in the text of the program could catch a rejection, so what follows a promise means that it was
   * fulfilled. Absent in older traces.
   */
  readonly catchesNothing?: true;
  /** Nothing of it ran: a model made it. It has no times, no places in the source, and its turns are not counted. */
  readonly imagined?: true;
  /** Each thread and process that was started beside it, in order; absent in older traces. */
  readonly started?: readonly StartedBeside[];
}

export interface Slept {
  readonly at: Moment;
  /** How long the program asked to sleep. */
  readonly ms: number;
}

export interface StartedBeside {
  readonly kind: 'worker' | 'process';
  readonly at: Moment;
  /** The callback that started it, and the call. */
  readonly by?: number;
  readonly site?: Site;
}

export type Moment = number;

/** The lanes. `poll` stands for poll and pending I/O, which JavaScript cannot tell apart. */
export type Phase =
  'main' | 'nextTick' | 'microtask' | 'timers' | 'poll' | 'check' | 'close' | 'exit';

/** Something that waits for its turn: a tick, a promise job, a timer, an operation. */
export interface Task {
  readonly id: number;
  /** Where it runs, if it runs. */
  readonly phase: Phase;
  /**
   * What scheduled it, as its author wrote or knows it: `setTimeout`, `then`, `await`,
   * `queueMicrotask`, `process.nextTick`, `fs.readFile`, `server.listen`; a word for its kind when
   * nothing better is known, and `Node.js` for what only Node knows. `thenable` is the job that calls the `then` of what a
   * promise was resolved with, `module` the body of a module that had to wait for its imports; an event of
   * the process has the event's name.
   */
  readonly api: string;
  /** Node scheduled it by itself, for example a tick that emits an event of a stream. */
  readonly internal: boolean;
  /** Where in the snippet it was scheduled. */
  readonly site?: Site;
  /** The callback during which it was scheduled; absent for the script and events of the process. */
  readonly by?: number;
  readonly scheduledAt: Moment;
  /**
   * When it got into its queue and only had to wait for its turn: at once for ticks and
   * immediates, when the promise settled for a promise job. Absent when that never happened or
   * can't be known (timers, I/O).
   */
  readonly queuedAt?: Moment;
  /** Whole milliseconds, for timers: Node drops fractions. */
  readonly delayMs?: number;
  /** The program gave a fraction of a millisecond, too. */
  readonly fractional?: true;
  /** For timers: when they were made, in milliseconds since the script began. */
  readonly scheduledMs?: number;
  /** For timers: what the process had computed by then, in milliseconds; waiting does not count. */
  readonly scheduledCpuMs?: number;
  /** `timeout.refresh()` began its delay anew: when it was scheduled is told of that call. */
  readonly refreshed?: boolean;
  /** For a timer that was refreshed: when it had been set before, the last times; it would have been called then. */
  readonly armings?: readonly Arming[];
  /** For a timer or an immediate: the task that it replaces, which was cleared for that. */
  readonly postpones?: number;
  readonly repeats?: boolean;
  /** When it was cleared (`clearTimeout`) or given up. */
  readonly cancelledAt?: Moment;
  /** The task whose callback settled the promise that this one waited for. */
  readonly settledBy?: number;
  /** The promise itself that it waited for; absent in older traces. */
  readonly promise?: AwaitedPromise;
  /** For the job that calls a `then`: `await` needs it, for what it got is not a native promise. */
  readonly wraps?: boolean;
  /** For an `await`: what is written there instead, in an async generator, whose `yield` and `return` await too. */
  readonly awaits?: 'yield' | 'yield*' | 'return';
  /** The thread pool does the work that it waits for. */
  readonly pool?: true;
  /** The handle (a socket, a port, a process) that it belongs to, by a number of its own. */
  readonly source?: number;
  /** For an `await` in a loop: the loop, by a number of its own. */
  readonly loop?: number;
  /** For a round of a `for await`: it goes through a list of the program, by operators of streams that keep its order. */
  readonly inOrder?: true;
  /** For the jobs of one call of `Promise.all` or `Promise.allSettled`, one for each promise: a number of that call. */
  readonly group?: number;
  /**
   * Another callback without which it would not be called: for messages the one that had their port listen, since they wait
   * until then; for the `close` of a server the one that told it to close.
   */
  readonly alsoBy?: number;
  /** For sockets: the task that is called back when the connection is there, before anything is read. */
  readonly connecting?: number;
  /** For the ports through which a worker talks: the handle of the worker. */
  readonly owner?: number;
}

/** A timer was set, by a callback. */
export interface Arming {
  readonly by: number;
  readonly scheduledAt: Moment;
  readonly scheduledMs?: number;
}

/** A promise that a reaction or an `await` waits for. */
export interface AwaitedPromise {
  /** The callback that made it, and when. */
  readonly by: number;
  readonly at: Moment;
  /** Whoever has the function for it could have settled it: `new Promise`, `events.once` and their like. */
  readonly open?: true;
  /**
   * What the program called to get it, where two calls of that may get what one store holds: the function, as Node names it, or
   * the place of a `new Promise`.
   */
  readonly of?: string;
}

/** One call of a callback; an interval has many. */
export interface Callback {
  readonly index: number;
  readonly task: number;
  readonly phase: Phase;
  /**
   * For ticks, microtasks and what they call: the phase whose callback they follow.
   * `main` for those after the script.
   */
  readonly after: Phase;
  /** Turns of the event loop count from 1; 0 is before the loop. */
  readonly turn: number;
  readonly from: Moment;
  readonly to: Moment;
  /** Milliseconds since the script began. */
  readonly startedMs: number;
  /** The same for its end, where it is known: what lies before the next start is waiting. */
  readonly endedMs?: number;
  /** What the process had computed by its end, in milliseconds; absent inside of another one. */
  readonly cpuMs?: number;
  /** The callback inside which it was called synchronously, if any. */
  readonly inside?: number;
  /**
   * It reads from a connection of the program with itself: the callbacks that wrote to the other end, the first one
   * first, in the whole run. Nothing could be read before one of them wrote.
   */
  readonly senders?: readonly number[];
  /**
   * Places in the text where it may take something that several callbacks take from, such as the next job of a queue, by their
   * offsets.
   */
  readonly takes?: readonly number[];
  /** The streams that it gave something, each by a number of its own; absent in older traces. */
  readonly fills?: readonly number[];
  /** For `exit` and other events of the process: the name of the event. */
  readonly event?: string;
  /** It goes on after `Promise.all`, with code that runs only if all of its promises were fulfilled. */
  readonly fulfilled?: true;
  /** The engine called it, and nothing that was recorded tells why then. */
  readonly outside?: true;
  /**
   * A step of `Array.fromAsync`, which V8 takes in a promise job of its own without telling what it waited for. It is
   * scheduled by the step before, or by the call, where only one call can have taken it.
   */
  readonly step?: true;
}

/** A place in the snippet's own text; both count from 1. */
export interface Site {
  readonly line: number;
  readonly column: number;
}

export interface TracedLine {
  /**
   * `uncaught` and `exit` are lines of the output too; they belong to the last callback. A
   * rejection that ends the program has one of its own, an event with the name `unhandledRejection`.
   */
  readonly stream: OutputStream;
  readonly text: string;
  readonly at: Moment;
  /**
   * The innermost callback that printed it; absent for lines of workers and child processes, and
   * for those after the end of a recording that became too long.
   */
  readonly callback?: number;
  /** The call that printed it. */
  readonly site?: Site;
  /**
   * Who printed it, when it was not this thread. With a callback it is a process that this one
   * waited for (`spawnSync`).
   */
  readonly from?: 'worker' | 'process';
  /** It was printed while a child process emitted `close`, or called back for that. */
  readonly closed?: boolean;
  /** It was printed for a message that was delivered while the exit of its worker was handled. */
  readonly delivered?: boolean;
  /** It was written without a line break, so it stands at the end of the output. */
  readonly unfinished?: boolean;
  /** Milliseconds since the script began, where the child told. */
  readonly ms?: number;
  /** What was printed is written in the program's text: no callback had anything to do with it. */
  readonly constant?: true;
  /** How the call makes its text, where that is not all written in the program. */
  readonly made?: MadeText;
  /** The function that printed it, where another callback had left that for later. */
  readonly left?: LeftFunction;
  /**
   * The callbacks that came to the function in which it was printed, where these are more than the times that it was
   * printed: whichever comes first, or last, prints it.
   */
  readonly sharedBy?: readonly number[];
  /** Of what its callback may take from a store that is not its own, what it may have taken before and after. */
  readonly taken?: TakenAround;
  /** What it prints of variables that several callbacks before it may have changed. */
  readonly printed?: PrintedVariables;
  /** The loops with an `await` that the call is in, and those of its function that are over before it. */
  readonly within?: readonly number[];
  readonly past?: readonly number[];
  /** The call in another file of the program, where that is nearer than the one at `site`. */
  readonly inner?: FileSite;
}

/** A function that was made to be called later, by somebody whom the record does not name. */
export interface LeftFunction {
  /** The callbacks that may have made it. */
  readonly by: readonly number[];
  /** The variables or functions that it was handed to: `list` of `list.push(…)`. */
  readonly with: readonly string[];
}

export interface TakenAround {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /**
   * Where the text does not tell which of these it was: those that call what they take, which may have printed the line, and the tasks that
   * the function scheduled which did.
   */
  readonly calling?: readonly number[];
  readonly beside?: readonly number[];
}

export interface MadeText {
  /** What it begins with, whatever follows; empty if that is not written in the program. */
  readonly lead: string;
  /** The variables whose values are in it, and those that decide what is in it. */
  readonly values: readonly string[];
  readonly deciders: readonly string[];
}

export interface PrintedVariable {
  readonly name: string;
  /** The callbacks that may have changed it. */
  readonly by: readonly number[];
  /** Its value is printed, and callbacks only ever count it up, or down: whoever does so first, a later line prints no earlier value. */
  readonly isCount?: true;
}

export interface PrintedVariables {
  /** The text with which the line begins, whatever the variables hold. */
  readonly lead: string;
  readonly variables: readonly PrintedVariable[];
}

import type { BeliefId } from '../explain/beliefs.ts';
import type { BeliefSet } from './belief-set.ts';
import type { Chance } from './chance.ts';
import { Clock } from './clock.ts';
import type { Phase } from '../trace/model.ts';
import type { Program } from './program.ts';
import { Queues } from './queues.ts';
import type { JobKind, JobHost } from './promises.ts';
import type { ScheduledHow, Ticket, Watcher } from './watcher.ts';

type Task = () => void;

/** More turns of the loop than any program of a drill takes. */
const mostTurns = 200;

/**
 * A model of one thread of Node.js: phases of the loop, queues, timers, promises. Each belief
 * turns one of its rules into what its believer expects.
 *
 * A model only proposes: what users are shown as the truth is a run (see `agrees-with-run.ts`).
 */
export class Machine implements JobHost {
  readonly lines: string[] = [];
  readonly clock: Clock;
  private readonly queues: Queues;
  private immediates: Task[] = [];
  private operations: Task[] = [];

  constructor(
    private readonly beliefs: BeliefSet,
    private readonly chance: Chance,
    private readonly watcher?: Watcher,
  ) {
    const byCreation = this.believes('order-of-creation');
    const onePerTurn = this.believes('one-timer-a-turn');
    this.clock = new Clock(chance, { byCreation, onePerTurn });
    this.queues = new Queues(this.believes, {
      early: () => this.runEarly(),
      onTask: () => this.clock.newInstant(),
    });
  }

  readonly believes = (belief: BeliefId): boolean => this.beliefs.has(belief);

  print(text: string): void {
    this.lines.push(text);
    this.watcher?.printed(text);
    this.clock.printed();
  }

  tick(tick: Task): void {
    const task = this.watched(tick, 'process.nextTick', 'nextTick');
    if (this.believes('next-tick-interrupts')) task();
    else this.queues.tick(task);
  }

  job(task: Task, kind: JobKind, ticket: Ticket | undefined): void {
    ticket?.queued();
    this.queues.job(ticket ? () => ticket.run(task) : task, kind);
  }

  /** A job that only a belief makes of something. @param api its name in a drawing */
  later(task: Task, api: string): void {
    this.job(task, 'job', this.expects(api));
  }

  expects(api: string, isInternal?: true): Ticket | undefined {
    return this.watcher?.scheduled(api, 'microtask', isInternal && { internal: true });
  }

  atFront(work: () => void): void {
    this.queues.atFront(work);
  }

  immediate(task: Task): void {
    this.immediates.push(this.watched(task, 'setImmediate', 'check'));
  }

  /** @param api its name in a drawing */
  timeout(delay: number, callback: Task, api = 'setTimeout'): void {
    const how = { delayMs: Math.max(1, delay) };
    const task = this.watched(callback, api, 'timers', how);
    if (delay <= 1 && this.believes('zero-means-now')) task();
    else this.clock.start(delay, task);
  }

  /** @param call returns whether there is to be another call */
  interval(delay: number, callback: () => boolean): void {
    const how = { delayMs: delay, repeats: true } as const;
    const call = this.watched(callback, 'setInterval', 'timers', how);
    if (this.believes('interval-starts-at-once') && !call()) return;
    this.clock.startInterval(delay, call);
  }

  /** A file is read, or the like. @param api its name in a drawing */
  operation(callback: Task, api: string): void {
    const done = this.watched(callback, api, 'poll');
    if (this.believes('io-is-instant')) done();
    else this.operations.push(done);
  }

  /** The thread is busy. */
  block(ms: number): void {
    this.clock.pass(ms);
    if (this.believes('code-can-be-interrupted')) this.clock.runDue(false, () => undefined);
  }

  /** Runs the script, and then the loop until nothing is left. False when it has taken too many steps. */
  run(body: Task, kind: Program['kind']): boolean {
    const script = this.watched(body, 'script', 'main');
    if (kind === 'cjs') {
      script();
      this.queues.drain();
    } else {
      // The body of an ES module is evaluated in a microtask.
      if (this.believes('ticks-always-first')) script();
      else this.queues.job(script, 'job');
      this.queues.drain(this.believes('ticks-always-first') ? 'ticks' : 'jobs');
      // Node.js 20 has read the file in the poll phase, later versions before the loop begins.
      const { isUsual, startsInPoll } = this.chance;
      if (isUsual ? startsInPoll === true : this.chance.choose(2) === 1) this.check();
    }
    this.clock.beginLoop();
    return this.loop(() => false);
  }

  /**
   * As if an `await` stopped everything: nothing but what `begin` starts runs until it is settled.
   */
  blockUntil(begin: () => () => boolean): void {
    const { immediates, operations } = this;
    this.immediates = [];
    this.operations = [];
    const isDone = this.queues.apart(() => {
      const settled = begin();
      if (!settled()) {
        this.queues.drain();
        this.loop(settled);
      }
      return settled;
    });
    this.immediates = [...immediates, ...this.immediates];
    this.operations = [...operations, ...this.operations];
    // What it waits for was started before.
    if (!isDone()) {
      this.queues.drain();
      this.loop(isDone);
    }
  }

  /** The same function, whose calls are told to who watches. */
  private watched<T>(task: () => T, api: string, phase: Phase, how?: ScheduledHow): () => T {
    const ticket = this.watcher?.scheduled(api, phase, how);
    return ticket ? () => ticket.run(task) : task;
  }

  private loop(isDone: () => boolean): boolean {
    for (let turn = 0, idle = false; turn < mostTurns && !isDone(); turn++) {
      if (!this.hasWork()) return true;
      this.watcher?.turn();
      this.queues.beginTurn();
      if (this.believes('immediate-always-first')) this.check();
      this.phase((between) => this.clock.runDue(idle, between));
      if (isDone()) return true;
      idle = this.poll();
      this.check();
    }
    return isDone() || !this.hasWork();
  }

  private hasWork(): boolean {
    const waiting = this.immediates.length + this.operations.length;
    return waiting > 0 || this.clock.hasTimers || !this.queues.isEmpty;
  }

  /** After each callback the queues are emptied. */
  private phase(run: (between: () => void) => void): void {
    const late = this.believes('queues-once-a-turn');
    run(late ? () => undefined : () => this.queues.drain());
    if (late) this.queues.drain();
  }

  /**
   * Operations that are done call back, in any order; those that are started here are done later.
   * Returns whether the loop slept until a timer is due.
   */
  private poll(): boolean {
    const started = this.operations.splice(0);
    let isSleeping = this.immediates.length === 0 && this.queues.isEmpty;
    this.phase((between) => {
      while (started.length > 0) {
        const mustCall = isSleeping && !this.clock.hasTimers;
        const [call, none] = [started.length, mustCall ? 0 : 1];
        const isEarly = this.chance.isUsual === true && (!isSleeping || this.clock.isSoonDue);
        const at = isEarly ? call : this.chance.choose(call + none);
        const [operation] = started.splice(at, 1);
        if (!operation) break;
        isSleeping = false;
        this.clock.newInstant();
        operation();
        between();
      }
    });
    this.operations = [...started, ...this.operations];
    return isSleeping;
  }

  private check(): void {
    if (this.believes('timer-before-immediate') && this.immediates.length > 0) {
      this.phase((between) => this.clock.runShortest(between));
    }
    const waiting = this.immediates.splice(0);
    this.phase((between) => {
      for (let task = waiting.shift(); task; task = waiting.shift()) {
        this.clock.newInstant();
        task();
        between();
        if (this.believes('immediates-chain-in-one-phase')) {
          for (const nested of this.immediates.splice(0).reverse()) waiting.unshift(nested);
        }
      }
    });
  }

  /** What some believe to come before ticks and microtasks. */
  private runEarly(): void {
    if (this.believes('zero-before-microtasks')) this.clock.runShortest(() => undefined);
    if (!this.believes('immediate-is-immediate')) return;
    for (const task of this.immediates.splice(0)) task();
  }
}

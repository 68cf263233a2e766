import type { BeliefId } from '../explain/beliefs.ts';
import type { JobKind } from './promises.ts';

type Task = () => void;

interface QueueHooks {
  /** What runs before everything else when a callback is through, if one believes so. */
  readonly early: () => void;
  /** A tick or a job begins. */
  readonly onTask: () => void;
}

/** The nextTick queue and the microtask queue, and how they are emptied. */
export class Queues {
  private ticks: Task[] = [];
  private jobs: Task[] = [];
  /** Behind all jobs, if one believes so. */
  private lateMicrotasks: Task[] = [];
  private lateFinally: Task[] = [];
  /** What waits for the next turn of the loop, if one believes so. */
  private nextTurn: Task[] = [];
  private isDraining = false;
  /** Where the next job is put while jobs go to the front. */
  private front: number | undefined;

  constructor(
    private readonly believes: (belief: BeliefId) => boolean,
    private readonly hooks: QueueHooks,
  ) {}

  get isEmpty(): boolean {
    return !this.hasTasks && this.nextTurn.length === 0;
  }

  tick(task: Task): void {
    const waits = this.believes('tick-waits-for-turn') || this.isNestedLate();
    (waits ? this.nextTurn : this.ticks).push(task);
  }

  job(task: Task, kind: JobKind): void {
    if (kind === 'microtask' && this.isNestedLate()) this.nextTurn.push(task);
    else if (kind === 'microtask' && this.believes('microtask-after-promises')) {
      this.lateMicrotasks.push(task);
    } else if (kind === 'finally' && this.believes('finally-is-last')) this.lateFinally.push(task);
    else if (this.front === undefined) this.jobs.push(task);
    else this.jobs.splice(this.front++, 0, task);
  }

  atFront(work: () => void): void {
    this.front = 0;
    work();
    this.front = undefined;
  }

  /**
   * Empties both queues, as Node.js does after each callback.
   *
   * @param first the jobs where they already run, as in the body of an ES module
   */
  drain(first: 'ticks' | 'jobs' = 'ticks'): void {
    this.isDraining = true;
    let jobsFirst = first === 'jobs' || this.believes('promises-before-ticks');
    do {
      this.hooks.early();
      if (!jobsFirst) this.runTicks();
      this.runJobs();
      this.runTicks();
      jobsFirst = this.believes('promises-before-ticks');
    } while (this.hasTasks);
    this.isDraining = false;
  }

  /** At the beginning of a turn: what waited for it. */
  beginTurn(): void {
    for (const task of this.nextTurn.splice(0)) {
      this.isDraining = true;
      task();
      this.drain();
    }
  }

  /** Runs `work` with empty queues, and afterwards goes on with what waited before. */
  apart<T>(work: () => T): T {
    const { ticks, jobs, isDraining } = this;
    this.ticks = [];
    this.jobs = [];
    const result = work();
    this.ticks = [...ticks, ...this.ticks];
    this.jobs = [...jobs, ...this.jobs];
    this.isDraining = isDraining;
    return result;
  }

  private get hasTasks(): boolean {
    const { ticks, jobs, lateMicrotasks, lateFinally } = this;
    return [ticks, jobs, lateMicrotasks, lateFinally].some(({ length }) => length > 0);
  }

  private runTicks(): void {
    for (let tick = this.ticks.shift(); tick; tick = this.ticks.shift()) {
      this.hooks.onTask();
      tick();
      if (this.believes('promises-before-ticks')) this.runJobs();
    }
  }

  private runJobs(): void {
    for (let job = this.nextJob(); job; job = this.nextJob()) {
      this.hooks.onTask();
      job();
      this.hooks.early();
      if (this.believes('tick-before-each-job')) this.runTicks();
    }
  }

  private nextJob(): Task | undefined {
    return this.jobs.shift() ?? this.lateMicrotasks.shift() ?? this.lateFinally.shift();
  }

  private isNestedLate(): boolean {
    return this.isDraining && this.believes('nested-waits-for-turn');
  }
}

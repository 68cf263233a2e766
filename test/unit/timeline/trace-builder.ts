import type { Callback, Phase, Task, Trace, TracedLine } from '../../../src/trace/model.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export interface TaskOptions {
  readonly line?: number;
  readonly delayMs?: number;
  readonly repeats?: boolean;
  readonly internal?: boolean;
  /** Ticks, immediates and settled jobs are in their queue at once; this leaves it open. */
  readonly pending?: boolean;
}

/** What a callback of a hand-written trace can do. */
export interface Script {
  print(text: string, line?: number, stream?: TracedLine['stream']): void;
  /** Schedules a task and answers its id. */
  schedule(phase: Phase, api: string, options?: TaskOptions): number;
  cancel(task: number): void;
  /** Settles the promise for which a pending reaction waits. */
  settle(task: number): void;
  /** Another callback that runs inside this one. */
  call(task: number, body: (script: Script) => void): void;
}

export interface RunOptions {
  readonly after?: Phase;
  /** Milliseconds that nothing happens before it, and that it takes. */
  readonly waits?: number;
  readonly takes?: number;
  readonly event?: string;
}

/** Writes a trace by hand, in the order of what happens. */
export class TraceBuilder {
  private readonly tasks: Writable<Task>[] = [];
  private readonly callbacks: Writable<Callback>[] = [];
  private readonly lines: TracedLine[] = [];
  private moment = 0;
  private clock = 0;
  private turn = 0;

  constructor(private readonly entry: Trace['entry'] = 'cjs') {}

  /** The main script. */
  main(body: (script: Script) => void, options: RunOptions = {}): this {
    this.tasks.push({ id: 0, phase: 'main', api: 'main', internal: false, scheduledAt: 0 });
    this.call(0, body, { takes: 2, ...options });
    return this;
  }

  /** The loop begins its next turn. */
  nextTurn(): this {
    this.turn += 1;
    return this;
  }

  run(
    task: number,
    body: (script: Script) => void = () => undefined,
    options: RunOptions = {},
  ): this {
    this.call(task, body, options);
    return this;
  }

  /** A line of a worker or a child process. */
  beside(text: string, from: 'worker' | 'process'): this {
    this.lines.push({ stream: 'stdout', text, at: this.tick(), from });
    return this;
  }

  build(complete: Trace['complete'] = 'whole', untraced: Trace['untraced'] = []): Trace {
    const { entry, tasks, callbacks, lines } = this;
    return { entry, tasks, callbacks, lines, end: this.tick(), complete, untraced };
  }

  private call(task: number, body: (script: Script) => void, options: RunOptions, inside?: number) {
    const { phase } = this.task(task);
    this.clock += options.waits ?? 0;
    const callback: Writable<Callback> = {
      index: this.callbacks.length,
      task,
      phase,
      after: options.after ?? phase,
      turn: this.turn,
      from: this.tick(),
      to: 0,
      startedMs: this.clock,
      ...(inside === undefined ? {} : { inside }),
      ...(options.event === undefined ? {} : { event: options.event }),
    };
    this.callbacks.push(callback);
    body(this.script(callback.index));
    this.clock += options.takes ?? 0.1;
    callback.endedMs = this.clock;
    callback.to = this.tick();
  }

  private script(callback: number): Script {
    return {
      print: (text, line, stream = 'stdout') => {
        const site = line === undefined ? {} : { site: { line, column: 3 } };
        this.lines.push({ stream, text, at: this.tick(), callback, ...site });
      },
      schedule: (phase, api, options = {}) => this.schedule(callback, phase, api, options),
      cancel: (task) => {
        this.task(task).cancelledAt = this.tick();
      },
      settle: (task) => {
        const own = this.callbacks[callback]?.task;
        Object.assign(this.task(task), { queuedAt: this.tick(), settledBy: own });
      },
      call: (task, body) => this.call(task, body, {}, callback),
    };
  }

  private schedule(by: number, phase: Phase, api: string, options: TaskOptions): number {
    const { line, delayMs, repeats, internal = false, pending = false } = options;
    const at = this.tick();
    const queued = !pending && ['nextTick', 'microtask', 'check', 'close'].includes(phase);
    const task: Task = {
      id: this.tasks.length,
      phase,
      api,
      internal,
      by,
      scheduledAt: at,
      ...(line === undefined ? {} : { site: { line, column: 1 } }),
      ...(delayMs === undefined ? {} : { delayMs }),
      ...(repeats === undefined ? {} : { repeats }),
      ...(queued ? { queuedAt: at } : {}),
    };
    this.tasks.push(task);
    return task.id;
  }

  private task(id: number): Writable<Task> {
    const task = this.tasks[id];
    if (!task) throw new Error(`There is no task ${id}.`);
    return task;
  }

  private tick(): number {
    this.moment += 1;
    return this.moment;
  }
}

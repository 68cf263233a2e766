import type { Callback, Moment, Phase, Task, Trace, TracedLine } from '../trace/model.ts';
import type { Program } from './program.ts';
import type { ScheduledHow, Ticket, Watcher } from './watcher.ts';

type Draft<T> = { -readonly [key in keyof T]: T[key] };

/** A callback that has begun. */
interface Running {
  callback: Draft<Callback>;
  /** Another callback ran inside of it: what it does from then on is drawn after that one. */
  wasInterrupted: boolean;
}

/** Draws a run of the model in the shape of a recorded one. */
export class ImaginedRecorder implements Watcher {
  private readonly tasks: Draft<Task>[] = [];
  private readonly callbacks: Draft<Callback>[] = [];
  private readonly lines: TracedLine[] = [];
  private readonly running: Running[] = [];
  private moment: Moment = 0;
  private turns = 0;
  private after: Phase = 'main';

  constructor(private readonly entry: Program['kind']) {}

  scheduled(api: string, phase: Phase, how: ScheduledHow = {}): Ticket {
    const { internal = false, ...rest } = how;
    const by = this.current()?.callback.index;
    const task: Draft<Task> = {
      ...{ id: this.tasks.length, phase, api, internal, scheduledAt: this.next(), ...rest },
      ...(by !== undefined && { by }),
    };
    this.tasks.push(task);
    if (phase === 'nextTick' || phase === 'check') task.queuedAt = task.scheduledAt;
    return {
      queued: () => {
        task.queuedAt = Math.max(task.scheduledAt, this.moment - 1);
        const settler = this.running.at(-1)?.callback.task;
        if (settler !== undefined && settler !== this.taskOf(by)) task.settledBy = settler;
      },
      run: (work) => this.run(task, work),
    };
  }

  printed(text: string): void {
    const callback = this.current()?.callback.index;
    this.lines.push({
      ...{ stream: 'stdout', text, at: this.next() },
      ...(callback !== undefined && { callback }),
    });
  }

  turn(): void {
    this.turns += 1;
  }

  trace(): Trace {
    const { entry, tasks, callbacks, lines, moment: end } = this;
    return {
      ...{ entry, tasks, callbacks, lines, end },
      ...{ complete: 'whole', untraced: [], imagined: true },
    };
  }

  private run<T>(task: Task, work: () => T): T {
    const outer = this.running.at(-1);
    const isQueue = task.phase === 'nextTick' || task.phase === 'microtask';
    if (!isQueue && !outer) this.after = task.phase;
    const running = { callback: this.begin(task, outer?.callback.index), wasInterrupted: false };
    this.running.push(running);
    try {
      return work();
    } finally {
      running.callback.to = this.next();
      this.running.pop();
      if (outer) outer.wasInterrupted = true;
    }
  }

  private begin(task: Task, inside: number | undefined): Draft<Callback> {
    const from = this.next();
    const { after, turns: turn } = this;
    const callback: Draft<Callback> = {
      ...{ index: this.callbacks.length, task: task.id, phase: task.phase, after, turn },
      ...{ from, to: from, startedMs: 0, ...(inside !== undefined && { inside }) },
    };
    this.callbacks.push(callback);
    return callback;
  }

  /** The callback that does something now. */
  private current(): Running | undefined {
    const running = this.running.at(-1);
    if (!running?.wasInterrupted) return running;
    const { callback } = running;
    const task = this.tasks[callback.task];
    if (!task) return running;
    callback.to = this.next();
    running.callback = this.begin(task, callback.inside);
    running.wasInterrupted = false;
    return running;
  }

  private taskOf(callback: number | undefined): number | undefined {
    return callback === undefined ? undefined : this.callbacks[callback]?.task;
  }

  private next(): Moment {
    return this.moment++;
  }
}

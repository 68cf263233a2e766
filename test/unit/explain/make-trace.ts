import type { Callback, Phase, Task, Trace, TracedLine } from '../../../src/trace/model.ts';

type Extra = Partial<
  Pick<
    Task,
    'delayMs' | 'scheduledMs' | 'settledBy' | 'queuedAt' | 'repeats' | 'internal' | 'source'
  > &
    Pick<Callback, 'startedMs' | 'endedMs' | 'turn' | 'event'>
>;

/** Callbacks of the script's own time, in the order in which they ran; each prints its name. */
export interface TraceMaker {
  /** @returns the index of the callback */
  call(name: string, phase: Phase, api: string, by?: number, extra?: Extra): number;
  /** From now on a child process, or a worker, runs beside it. */
  startProcess(kind?: 'worker'): void;
  /** What is scheduled now and runs later: see `run`. @returns its id */
  task(api: string, extra?: Extra): number;
  run(name: string, phase: Phase, task: number, extra?: Extra): number;
  /** A line of another thread or process. */
  printFrom(from: 'worker' | 'process', text: string): void;
  trace(): Trace;
}

/** Times that nothing real could hold still: what a test says is what the trace has. */
export function makeTrace({ endedMs = 1 }: { readonly endedMs?: number } = {}): TraceMaker {
  const tasks: Task[] = [{ id: 0, phase: 'main', api: 'script', internal: false, scheduledAt: 0 }];
  const callbacks: Callback[] = [];
  const lines: TracedLine[] = [];
  const untraced: ('worker' | 'process')[] = [];
  let now = 0;

  function run(task: number, phase: Phase, extra: Extra): number {
    const { startedMs = 2, endedMs: end = startedMs, turn = 1, event } = extra;
    const index = callbacks.length;
    const host = callbacks.findLast((before) => !/nextTick|microtask/.test(before.phase));
    const isMicro = /nextTick|microtask/.test(phase);
    callbacks.push({
      index,
      task,
      phase,
      after: isMicro ? (host?.phase ?? 'main') : phase,
      turn,
      from: ++now,
      to: (now += 2),
      startedMs,
      endedMs: end,
      ...(event !== undefined && { event }),
    });
    return index;
  }

  const print = (text: string, callback: number) => {
    const { site } = tasks[callbacks[callback]?.task ?? 0] ?? {};
    lines.push({ stream: 'stdout', text, at: now - 1, callback, ...(site && { site }) });
  };

  print('script', run(0, 'main', { startedMs: 0, endedMs, turn: 0 }));
  return {
    call(name, phase, api, by = 0, extra = {}) {
      const {
        delayMs,
        scheduledMs,
        settledBy,
        queuedAt,
        repeats,
        source,
        internal = false,
      } = extra;
      const id = tasks.length;
      tasks.push({
        id,
        phase,
        api,
        internal,
        by,
        site: { line: id + 1, column: 1 },
        scheduledAt: (callbacks[by]?.from ?? 0) + id / 100,
        ...(delayMs !== undefined && { delayMs }),
        ...(scheduledMs !== undefined && { scheduledMs }),
        ...(settledBy !== undefined && { settledBy }),
        ...(queuedAt !== undefined && { queuedAt }),
        ...(repeats !== undefined && { repeats }),
        ...(source !== undefined && { source }),
      });
      const index = run(id, phase, extra);
      print(name, index);
      return index;
    },
    startProcess: (kind) => void untraced.push(kind ?? 'process'),
    task(api, { delayMs, scheduledMs } = {}) {
      const id = tasks.length;
      tasks.push({
        id,
        phase: 'timers',
        api,
        internal: false,
        by: 0,
        site: { line: id + 1, column: 1 },
        scheduledAt: (callbacks[0]?.from ?? 0) + id / 100,
        ...(delayMs !== undefined && { delayMs }),
        ...(scheduledMs !== undefined && { scheduledMs }),
      });
      return id;
    },
    run(name, phase, task, extra = {}) {
      const index = run(task, phase, extra);
      print(name, index);
      return index;
    },
    printFrom: (from, text) => void lines.push({ stream: 'stdout', text, at: ++now, from }),
    trace: () => ({
      entry: 'cjs',
      tasks,
      callbacks,
      lines,
      end: now + 1,
      complete: 'whole',
      untraced,
    }),
  };
}

import type { Clock } from './clock.ts';
import type { CallbackDraft, TaskDraft } from './drafts.ts';

/** The callbacks of a run: those that ran, and those that run now, one within the other. */
export interface CallStack {
  readonly callbacks: readonly CallbackDraft[];
  /** The innermost one that runs. */
  readonly top: CallbackDraft | undefined;
  /** The same, or the last one that began. */
  readonly last: CallbackDraft;
  /** @param more what it is on the outside; within another one it comes after what that did */
  begin(
    task: TaskDraft,
    ms: number,
    more: Pick<
      CallbackDraft,
      'phase' | 'turn' | 'after' | 'event' | 'asyncId' | 'outside' | 'step'
    >,
  ): void;
  /** Ends the innermost one for which this holds, with all that runs within it. */
  end(ms: number, is: (callback: CallbackDraft) => boolean, cpu?: number): void;
  endAll(): void;
}

/** Deeper than programs nest callbacks; what a snippet invents must cost no time without end. */
const maxDepth = 1000;

export function createCallStack(main: CallbackDraft, clock: Clock): CallStack {
  const callbacks = [main];
  let open = [main];

  function close(callback: CallbackDraft, ms?: number, cpu?: number): void {
    callback.open = false;
    callback.to = clock.tick();
    if (cpu !== undefined) callback.cpuMs = cpu;
    if (ms !== undefined) callback.endedMs = Math.max(callback.startedMs, clock.since(ms));
  }

  return {
    callbacks,
    get top() {
      return open.at(-1);
    },
    get last() {
      return open.at(-1) ?? callbacks.at(-1) ?? main;
    },
    begin(task, ms, more) {
      if (open.length === maxDepth) return;
      const outer = open.at(-1);
      task.runs += 1;
      const from = clock.tick();
      const callback: CallbackDraft = {
        ...more,
        index: callbacks.length,
        task,
        after: outer?.after ?? more.after,
        from,
        to: from,
        startedMs: clock.since(ms),
        open: true,
        ...(outer !== undefined && { inside: outer }),
      };
      callbacks.push(callback);
      task.lastRun = callback;
      open.push(callback);
    },
    end(ms, is, cpu) {
      const at = open.findLastIndex(is);
      if (at === -1) return;
      for (const callback of open.splice(at).toReversed()) close(callback, ms, cpu);
    },
    endAll() {
      for (const callback of open.toReversed()) close(callback);
      open = [];
    },
  };
}

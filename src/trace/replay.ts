import type { InitDetails } from '../runner/protocol.ts';
import type { CallbackDraft, Resource, TaskDraft } from './drafts.ts';
import type { Moment, Phase, Site, Trace } from './model.ts';
import type { Step } from './recording.ts';
import { resourceName } from './resource-name.ts';
import { createTurnCounter } from './turns.ts';

/** The state of the program while its steps are gone through again, one after the other. */
export interface Replay {
  step(step: Step): void;
  /** A moment for something that happens now. */
  moment(): Moment;
  /** The innermost callback that runs, or the last one that ran. */
  current(): CallbackDraft;
  /** Whether something still runs that the recording told the beginning of. */
  readonly stopped: boolean;
  finish(): {
    readonly tasks: readonly TaskDraft[];
    readonly callbacks: readonly CallbackDraft[];
    readonly end: Moment;
    readonly untraced: Trace['untraced'];
  };
}

/** Types that only the loop and the queues call, never another callback. */
const outermostTypes = new Set(['TickObject', 'PROMISE', 'Microtask', 'Timeout', 'Immediate']);

const phases: Readonly<Record<string, Phase>> = {
  TickObject: 'nextTick',
  PROMISE: 'microtask',
  Microtask: 'microtask',
  Timeout: 'timers',
  Immediate: 'check',
};

const eventPhases: Readonly<Record<string, Phase>> = {
  exit: 'exit',
  beforeExit: 'exit',
  // Node looks for them at the end of what empties the nextTick queue.
  unhandledRejection: 'nextTick',
  rejectionHandled: 'nextTick',
};

/** Deeper than programs nest callbacks; what a snippet invents must cost no time without end. */
const maxDepth = 1000;

/** Goes through steps in any order and of any sense: what does not fit is passed over. */
export function createReplay(): Replay {
  const script: TaskDraft = {
    phase: 'main',
    api: 'script',
    internal: false,
    scheduledAt: 0,
    queuedAt: 0,
    runs: 1,
  };
  const main: CallbackDraft = {
    index: 0,
    task: script,
    phase: 'main',
    after: 'main',
    turn: 0,
    from: 1,
    to: 1,
    startedMs: 0,
    open: true,
  };
  const tasks: TaskDraft[] = [script];
  const callbacks: CallbackDraft[] = [main];
  const resources = new Map<number, Resource>();
  const untraced = new Set<Trace['untraced'][number]>();
  const turns = createTurnCounter();
  let open: CallbackDraft[] = [main];
  let now = 1;
  let mainId: number | undefined;
  let startedAtMs = 0;
  let after: Phase = 'main';
  let stopped = false;
  const since = (ms: number) => Math.max(0, ms - startedAtMs);

  const last = (): CallbackDraft => open.at(-1) ?? callbacks.at(-1) ?? main;

  function close(callback: CallbackDraft, ms?: number): void {
    callback.open = false;
    callback.to = ++now;
    if (ms !== undefined) callback.endedMs = Math.max(callback.startedMs, since(ms));
  }

  function begin(
    task: TaskDraft,
    ms: number,
    more: Pick<CallbackDraft, 'phase' | 'turn' | 'event' | 'asyncId'>,
  ): void {
    if (open.length === maxDepth) return;
    const outer = open.at(-1);
    task.runs += 1;
    const callback: CallbackDraft = {
      ...more,
      index: callbacks.length,
      task,
      after: outer?.after ?? after,
      from: ++now,
      to: now,
      startedMs: since(ms),
      open: true,
      ...(outer !== undefined && { inside: outer }),
    };
    callbacks.push(callback);
    task.lastRun = callback;
    open.push(callback);
  }

  function init(id: number, type: string, trigger: number, details: InitDetails): void {
    if (resources.has(id)) return;
    const by = open.at(-1);
    const madeAt = ++now;
    const resource: Resource = {
      id,
      type,
      trigger,
      details,
      madeAt,
      derived: type === 'PROMISE' && trigger !== (by?.asyncId ?? mainId),
      resolved: [],
      ...(by !== undefined && { by }),
    };
    resources.set(id, resource);
    const parent = resources.get(trigger);
    if (
      parent !== undefined &&
      isAwait(resource) &&
      isAwait(parent) &&
      samePlace(resource, parent)
    ) {
      parent.wrapper = true;
    }
    if (type === 'WORKER') untraced.add('worker');
    if (type === 'PROCESSWRAP') untraced.add('process');
    addTask(resource, madeAt, by);
  }

  function addTask(
    resource: Resource,
    scheduledAt: Moment,
    by: CallbackDraft | undefined,
  ): TaskDraft {
    const { type, details } = resource;
    const phase = phases[type] ?? 'poll';
    const named = resourceName(type, details, resources.get(resource.trigger)?.type);
    // A connection, for example, is made by its server, outside of any callback.
    const origin = by?.task ?? resources.get(resource.trigger)?.task;
    const site = ownSite(details) ?? origin?.site;
    const atOnce = type === 'TickObject' || type === 'Microtask' || type === 'Immediate';
    const task: TaskDraft = {
      phase,
      api: named.api ?? (origin === undefined || origin === script ? type : origin.api),
      internal: named.internal,
      scheduledAt,
      runs: 0,
      resource,
      by: by ?? origin?.lastRun ?? origin?.by ?? main,
      ...(site && { site }),
      ...(atOnce && { queuedAt: scheduledAt }),
      ...(type === 'Timeout' && timing(details)),
    };
    tasks.push(task);
    resource.task = task;
    return task;
  }

  const timing = ({ delay, ms, repeat }: InitDetails) => ({
    ...(delay !== undefined && { delayMs: delay }),
    ...(ms !== undefined && { scheduledMs: since(ms) }),
    ...(repeat === true && { repeats: true }),
  });

  function before(id: number, ms: number, loops: number | undefined, closing: boolean): void {
    const resource = resources.get(id) ?? unknownResource(id, loops);
    if (outermostTypes.has(resource.type)) closeAll();
    const task = taskOfRun(resource);
    const outer = open.at(-1);
    if (outer !== undefined) {
      begin(task, ms, { asyncId: id, phase: outer.phase, turn: outer.turn });
      return;
    }
    const phase = closing && task.phase === 'poll' ? 'close' : task.phase;
    if (phase !== 'nextTick' && phase !== 'microtask') {
      turns.enter(phase, loops, task, now);
      after = phase;
    }
    begin(task, ms, { asyncId: id, phase, turn: turns.current });
  }

  /** Made before the recording began. */
  function unknownResource(id: number, loops: number | undefined): Resource {
    init(id, loops === undefined ? 'PROMISE' : 'node', 0, {});
    return resources.get(id) as Resource;
  }

  /**
   * A promise may run jobs of two kinds: first, if it was derived, the reaction for which it was
   * made; then each time that it is resolved with something that has a `then`, the job that calls
   * this method.
   */
  function taskOfRun(resource: Resource): TaskDraft {
    const task = resource.task ?? addTask(resource, now, open.at(-1));
    if (resource.type !== 'PROMISE') return task;
    if (task.runs === 0 && isReaction(resource)) {
      queueReaction(task, resource);
      return task;
    }
    const former = task.lastRun;
    if (former === undefined) {
      task.api = thenable;
      if (resource.wrapper === true) task.queuedAt = resource.madeAt;
      return task;
    }
    const job = addTask(resource, former.to, former);
    job.api = thenable;
    job.internal = task.internal;
    job.queuedAt = former.to;
    return job;
  }

  /** A reaction waits until the promise is settled for which it was made. */
  function queueReaction(task: TaskDraft, { trigger, madeAt }: Resource): void {
    const settled = resources.get(trigger)?.resolved.at(-1);
    task.queuedAt = Math.max(madeAt, settled?.at ?? 0);
    if (settled !== undefined) task.settledBy = settled.by.task;
  }

  function closeAll(): void {
    for (const callback of open.toReversed()) close(callback);
    open = [];
  }

  function end(id: number, ms: number): void {
    const at = open.findLastIndex(
      (callback) => callback.asyncId === id || (callback === main && id === mainId),
    );
    if (at === -1) return;
    for (const callback of open.splice(at).toReversed()) close(callback, ms);
  }

  function resolve(id: number): void {
    resources.get(id)?.resolved.push({ at: ++now, by: last() });
  }

  function clear(id: number): void {
    const task = resources.get(id)?.task;
    if (task === undefined || (task.phase !== 'timers' && task.phase !== 'check')) return;
    if (task.cancelledAt === undefined && (task.runs === 0 || task.repeats === true)) {
      task.cancelledAt = ++now;
    }
  }

  function event(name: string, ms: number): void {
    const outer = open.at(-1);
    const phase = eventPhases[name] ?? outer?.phase ?? callbacks.at(-1)?.phase ?? 'main';
    const task: TaskDraft = { phase, api: name, internal: true, scheduledAt: ++now, runs: 0 };
    tasks.push(task);
    if (phase === 'exit' && outer === undefined) after = 'exit';
    begin(task, ms, { phase, turn: turns.current, event: name });
  }

  function done(ms: number): void {
    const at = open.findLastIndex((callback) => callback.event !== undefined);
    if (at === -1) return;
    for (const callback of open.splice(at).toReversed()) close(callback, ms);
  }

  return {
    step(step) {
      switch (step[0]) {
        case 'main':
          if (mainId !== undefined) break;
          [, mainId, startedAtMs] = step;
          turns.begin(step[3]);
          break;
        case 'init':
          init(step[1], step[2], step[3], step[4] ?? {});
          break;
        case 'before':
          before(step[1], step[2], step[3], step[4] === true);
          break;
        case 'after':
          end(step[1], step[2]);
          break;
        case 'resolve':
          resolve(step[1]);
          break;
        case 'clear':
          clear(step[1]);
          break;
        case 'event':
          event(step[1], step[2]);
          break;
        case 'done':
          done(step[1]);
          break;
        case 'stop':
          stopped = true;
          closeAll();
          break;
        case 'output':
        case 'error':
          break;
      }
    },
    moment: () => ++now,
    current: last,
    get stopped() {
      return stopped;
    },
    finish() {
      closeAll();
      return {
        tasks,
        callbacks,
        end: ++now,
        untraced: [...untraced],
      };
    },
  };
}

/** The job that calls the `then` of what a promise was resolved with. */
const thenable = 'thenable';

const reactions = new Set(['then', 'catch', 'finally']);

/** Whether the promise was made for a reaction to another one. */
export const isReaction = ({ details: { name }, derived, wrapper }: Resource): boolean =>
  (derived || (name !== undefined && reactions.has(name))) && wrapper !== true;

/** The snippet's own frame stands right above the promise only for `await` and async functions. */
const isAwait = ({ type, details: { line, name } }: Resource) =>
  type === 'PROMISE' && line !== undefined && name === undefined;

const samePlace = (one: Resource, other: Resource) =>
  one.by === other.by &&
  one.details.line === other.details.line &&
  one.details.column === other.details.column;

function ownSite({ line, column }: InitDetails): Site | undefined {
  return line === undefined || column === undefined ? undefined : { line, column };
}

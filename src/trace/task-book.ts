import type { InitDetails } from '../runner/protocol.ts';
import type { CallStack } from './call-stack.ts';
import type { Clock } from './clock.ts';
import type { CallbackDraft, Resource, TaskDraft } from './drafts.ts';
import type { Moment, Phase, Site, Trace } from './model.ts';
import { resourceName } from './resource-name.ts';

/** What was made to run some day, by the ids of async_hooks. */
export interface TaskBook {
  readonly tasks: readonly TaskDraft[];
  readonly untraced: readonly Trace['untraced'][number][];
  /** @param loops tells, of a resource made before the recording began, who calls it */
  resource(id: number, loops: number | undefined): Resource;
  /** The task of a resource that runs now. */
  taskOfRun(resource: Resource): TaskDraft;
  init(id: number, type: string, trigger: number, details: InitDetails): void;
  resolve(id: number): void;
  clear(id: number): void;
  add(task: TaskDraft): void;
}

const phases: Readonly<Record<string, Phase>> = {
  TickObject: 'nextTick',
  PROMISE: 'microtask',
  Microtask: 'microtask',
  Timeout: 'timers',
  Immediate: 'check',
};

/** @param main the callback that is the script */
export function createTaskBook(main: CallbackDraft, calls: CallStack, clock: Clock): TaskBook {
  const tasks: TaskDraft[] = [main.task];
  const resources = new Map<number, Resource>();
  const untraced = new Set<Trace['untraced'][number]>();

  function init(id: number, type: string, trigger: number, details: InitDetails): void {
    if (resources.has(id)) return;
    const by = calls.top;
    const madeAt = clock.tick();
    const resource: Resource = {
      id,
      type,
      trigger,
      details,
      madeAt,
      derived: type === 'PROMISE' && trigger !== (by?.asyncId ?? main.asyncId),
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
      api: named.api ?? (origin === undefined || origin === main.task ? type : origin.api),
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
    ...(ms !== undefined && { scheduledMs: clock.since(ms) }),
    ...(repeat === true && { repeats: true }),
  });

  /**
   * A promise may run jobs of two kinds: first, if it was derived, the reaction for which it was
   * made; then each time that it is resolved with something that has a `then`, the job that calls
   * this method.
   */
  function taskOfRun(resource: Resource): TaskDraft {
    const task = resource.task ?? addTask(resource, clock.now, calls.top);
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

  function clear(id: number): void {
    const task = resources.get(id)?.task;
    if (task === undefined || (task.phase !== 'timers' && task.phase !== 'check')) return;
    if (task.cancelledAt === undefined && (task.runs === 0 || task.repeats === true)) {
      task.cancelledAt = clock.tick();
    }
  }

  return {
    tasks,
    get untraced() {
      return [...untraced];
    },
    resource(id, loops) {
      if (!resources.has(id)) init(id, loops === undefined ? 'PROMISE' : 'node', 0, {});
      return resources.get(id) as Resource;
    },
    taskOfRun,
    init,
    resolve(id) {
      resources.get(id)?.resolved.push({ at: clock.tick(), by: calls.last });
    },
    clear,
    add: (task) => void tasks.push(task),
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

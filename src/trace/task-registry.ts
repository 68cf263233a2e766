import type { InitDetails } from './trace-event.ts';
import type { CallStack } from './call-stack.ts';
import type { Clock } from './clock.ts';
import type { CallbackDraft, Resolution, Resource, StartDraft, TaskDraft } from './drafts.ts';
import type { Moment, Phase, Site } from './model.ts';
import { createPromiseGroups } from './promise-groups.ts';
import { kindName, resourceName, serverConnection } from './resource-name.ts';

/** What was made to run some day, by the ids of async_hooks. */
export interface TaskRegistry {
  readonly tasks: readonly TaskDraft[];
  /** Threads and processes that were started. */
  readonly started: readonly StartDraft[];
  /** @param loops tells, of a resource made before the recording began, who calls it */
  resource(id: number, loops: number | undefined): Resource;
  /**
   * The task of a resource that runs now.
   * @param closing it is the close callback of a handle
   */
  taskOfRun(resource: Resource, closing: boolean): TaskDraft;
  /** Whether a port that is called now closes: nothing is left that could have been posted to it. */
  closesPort(resource: Resource): boolean;
  init(id: number, type: string, trigger: number, details: InitDetails): void;
  resolve(id: number): void;
  clear(id: number): void;
  refresh(id: number, ms: number): void;
  close(id: number): void;
  post(id: number): void;
  /** A compressor is given something to do. */
  start(id: number): void;
  /** What runs now is called because of a signal that the program sent to itself. */
  sent(call: CallbackDraft, kill: Resolution): void;
  add(task: TaskDraft): void;
}

const beside: Readonly<Record<string, StartDraft['kind']>> = {
  WORKER: 'worker',
  PROCESSWRAP: 'process',
};

const phases: Readonly<Record<string, Phase>> = {
  TickObject: 'nextTick',
  PROMISE: 'microtask',
  Microtask: 'microtask',
  Timeout: 'timers',
  Immediate: 'check',
};

/** @param main the callback that is the script */
export function createTaskRegistry(
  main: CallbackDraft,
  calls: CallStack,
  clock: Clock,
): TaskRegistry {
  const tasks: TaskDraft[] = [main.task];
  const resources = new Map<number, Resource>();
  const started: StartDraft[] = [];
  const joinGroup = createPromiseGroups();
  let newest: Resource | undefined;

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
      posts: [],
      ...(by !== undefined && { by }),
    };
    resources.set(id, resource);
    if (type === 'MESSAGEPORT') {
      joinPorts(resource, resources.get(id - 1));
      if (newest && samePlace(resource, newest) && details.name === 'Worker')
        resource.owner = newest;
    }
    joinGroup(resource);
    if (type === 'WORKER') newest = resource;
    const parent = resources.get(trigger);
    if (
      parent !== undefined &&
      isAwait(resource) &&
      isAwait(parent) &&
      samePlace(resource, parent)
    ) {
      parent.wrapper = true;
    }
    const kind = beside[type];
    if (kind) {
      const site = ownSite(details);
      started.push({ kind, at: madeAt, by, ...(site && { site }) });
    }
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
    const isHandle = phase === 'poll' && !type.endsWith('REQ') && !type.startsWith('FSREQ');
    const atOnce = type === 'TickObject' || type === 'Microtask' || type === 'Immediate';
    const task: TaskDraft = {
      phase,
      api: named.api ?? inheritedName(type, phase, origin),
      internal: named.internal,
      scheduledAt,
      runs: 0,
      resource,
      by: by ?? origin?.lastRun ?? origin?.by ?? main,
      ...(site && { site }),
      ...(isHandle && { source: resource.id }),
      ...(resource.owner && { owner: resource.owner.id }),
      ...(resource.group !== undefined && { group: resource.group }),
      ...(atOnce && { queuedAt: scheduledAt }),
      ...(type === 'Timeout' && timing(details)),
    };
    tasks.push(task);
    resource.task = task;
    return task;
  }

  const timing = ({ delay, ms, repeat, cpu }: InitDetails) => ({
    ...(cpu !== undefined && { scheduledCpuMs: cpu }),
    // The list in which it waits is that of the whole milliseconds.
    ...(delay !== undefined && { delayMs: Math.trunc(delay) }),
    ...(delay !== undefined && !Number.isInteger(delay) && { fractional: true as const }),
    ...(ms !== undefined && { scheduledMs: clock.since(ms) }),
    ...(repeat === true && { repeats: true }),
  });

  /**
   * A promise may run jobs of two kinds: first, if it was derived, the reaction for which it was
   * made; then each time that it is resolved with something that has a `then`, the job that calls
   * this method.
   */
  function taskOfRun(resource: Resource, closing: boolean): TaskDraft {
    const { closing: closingTask } = resource;
    if (closing && closingTask === undefined && resource.peer?.closing) {
      // Its other end was closed.
      const { lastRun, by } = resource.peer.closing;
      close(resource.id, lastRun ?? by);
      return taskOfRun(resource, true);
    }
    if (closing && closingTask?.runs === 0) {
      tasks.push(closingTask);
      return closingTask;
    }
    const task = resource.task ?? addTask(resource, clock.now, calls.top);
    if (resource.type === 'MESSAGEPORT' || resource.type === 'ZLIB') {
      return postedTask(resource, task);
    }
    if (resource.type !== 'PROMISE') return task;
    if (task.runs === 0 && isIterators(resource)) return task;
    if (task.runs === 0 && isReaction(resource)) {
      queueReaction(task, resource);
      return task;
    }
    const former = task.lastRun;
    if (former === undefined) return thenableJob(task, resource);
    correctGuess(resource);
    const job = addTask(resource, former.to, former);
    job.api = thenable;
    job.internal = task.internal;
    job.queuedAt = former.to;
    return job;
  }

  /**
   * The first job of a promise that was made for no reaction, as far as async_hooks told: it calls the
   * `then` of what the promise was resolved with.
   */
  function thenableJob(task: TaskDraft, resource: Resource): TaskDraft {
    if (task.internal && resource.wrapper !== true) resource.guessed = task.api;
    task.api = thenable;
    if (resource.wrapper === true) {
      task.queuedAt = resource.madeAt;
      task.wraps = true;
    }
    return task;
  }

  /**
   * It was a reaction after all, whose promise a subclass of `Promise` made, as Node's own are: one job that
   * calls a `then` neither settles the promise nor has another one follow it.
   */
  function correctGuess(resource: Resource): void {
    if (resource.task === undefined || resource.guessed === undefined) return;
    resource.task.api = resource.guessed;
    delete resource.guessed;
  }

  /** Each message, each piece of work is a task of its own, of who posted it, where that is known. */
  function postedTask({ type, posts }: Resource, port: TaskDraft): TaskDraft {
    const posted = posts.shift();
    if (posted === undefined) return port;
    const { at, by } = posted;
    const task: TaskDraft = { ...port, runs: 0, by, scheduledAt: at };
    // A message is there as soon as it is posted.
    if (type === 'MESSAGEPORT') task.queuedAt = at;
    delete task.lastRun;
    tasks.push(task);
    return task;
  }

  /** A reaction waits until the promise is settled for which it was made. */
  function queueReaction(task: TaskDraft, { trigger, madeAt, details }: Resource): void {
    // Nobody told which promise that is.
    if (details.name?.startsWith('Promise.') === true) return;
    const promise = resources.get(trigger);
    const settled = promise?.resolved.at(-1);
    task.queuedAt = Math.max(madeAt, settled?.at ?? 0);
    if (settled !== undefined) task.settledBy = settled.by.task;
    if (promise?.by) {
      const { by, madeAt: at } = promise;
      task.promise = { by, at, ...(isOpen(promise.details) && { open: true }) };
    }
  }

  function clear(id: number): void {
    const task = resources.get(id)?.task;
    if (task === undefined || (task.phase !== 'timers' && task.phase !== 'check')) return;
    if (task.cancelledAt === undefined && (task.runs === 0 || task.repeats === true)) {
      task.cancelledAt = clock.tick();
    }
  }

  function refresh(id: number, ms: number): void {
    const resource = resources.get(id);
    const task = resource?.task;
    if (resource && task?.phase === 'timers' && task.lastRun?.open === true) {
      refreshOwn(resource, task, ms);
      return;
    }
    // Of one that has run, Node makes another.
    if (task?.phase !== 'timers' || (task.runs > 0 && task.repeats !== true)) return;
    task.by = calls.last;
    task.scheduledAt = clock.tick();
    task.scheduledMs = clock.since(ms);
    task.refreshed = true;
    delete task.scheduledCpuMs;
  }

  /** A timer that is refreshed by its own callback is called once more, without another id. */
  function refreshOwn(resource: Resource, task: TaskDraft, ms: number): void {
    if (task.repeats === true) return;
    const again: TaskDraft = {
      ...task,
      runs: 0,
      by: calls.last,
      scheduledAt: clock.tick(),
      scheduledMs: clock.since(ms),
      refreshed: true,
    };
    delete again.lastRun;
    delete again.scheduledCpuMs;
    tasks.push(again);
    resource.task = again;
  }

  /** The handle's own task goes on to be what it was for; closing is another one. */
  function close(id: number, by: CallbackDraft = calls.last): void {
    const resource = resources.get(id);
    if (resource?.task === undefined || resource.closing !== undefined) return;
    const { api, internal, site, source } = resource.task;
    const at = clock.tick();
    resource.closing = {
      phase: 'close',
      api,
      internal,
      scheduledAt: at,
      queuedAt: at,
      runs: 0,
      by,
      ...(site && { site }),
      ...(source !== undefined && { source }),
    };
  }

  return {
    tasks,
    started,
    resource(id, loops) {
      if (!resources.has(id)) init(id, loops === undefined ? 'PROMISE' : 'node', 0, {});
      return resources.get(id) as Resource;
    },
    taskOfRun,
    closesPort: (port) => {
      const { closing, peer, posts } = port;
      return closing?.phase === 'close' && peer !== undefined
        ? !stillReads(port)
        : peer?.closing !== undefined && posts.length === 0;
    },
    init,
    resolve(id) {
      const resource = resources.get(id);
      if (resource === undefined) return;
      resource.resolved.push({ at: clock.tick(), by: calls.last });
      if (calls.last.task === resource.task) correctGuess(resource);
    },
    clear,
    refresh,
    close: (id) => close(id),
    post: (id) => void resources.get(id)?.peer?.posts.push({ at: clock.tick(), by: calls.last }),
    start: (id) => void resources.get(id)?.posts.push({ at: clock.tick(), by: calls.last }),
    sent(call, { at, by }) {
      call.task.runs -= 1;
      call.task = { ...call.task, by, scheduledAt: at, runs: 1, lastRun: call };
      tasks.push(call.task);
    },
    add: (task) => void tasks.push(task),
  };
}

/** Of what Node made on its own account: the name of the call that led to it, where that fits. */
function inheritedName(type: string, phase: Phase, origin: TaskDraft | undefined): string {
  const kind = kindName(type);
  if (origin === undefined) return kind;
  const isPart = origin.api.startsWith(`${kind}.`);
  const isTickOfLoop =
    phase === 'nextTick' && (origin.phase === 'poll' || origin.phase === 'close');
  // What a connection starts is not named after the server that accepted it.
  if (origin.api === serverConnection) return kind;
  return isPart || isTickOfLoop || origin.phase === phase ? origin.api : kind;
}

/** `new MessageChannel()` makes two ports in one go. */
function joinPorts(port: Resource, former: Resource | undefined): void {
  if (former?.type !== 'MESSAGEPORT' || former.peer !== undefined) return;
  if (port.details.name !== former.details.name || !samePlace(port, former)) return;
  if (port.details.line === undefined || !isChannel(port)) return;
  port.peer = former;
  former.peer = port;
}

/** Closed by one of its messages, it still gets those that were there by then. */
const stillReads = (port: Resource): boolean =>
  port.closing?.by?.task.resource === port &&
  port.posts.some(({ at }) => at < (port.closing?.scheduledAt ?? 0));

/** A worker has ports of its own. */
const isChannel = ({ details: { name } }: Resource): boolean =>
  name === undefined || name === 'MessageChannel';

/** Whether code of the program, any that has the function for it, settles a promise. */
const isOpen = ({ name, file }: InitDetails): boolean =>
  name === 'Promise' || name === 'withResolvers' || file === 'node:events';

/** The job that calls the `then` of what a promise was resolved with. */
const thenable = 'thenable';

const reactions = new Set(
  ['then', 'catch', 'finally'].flatMap((name) => [name, `Promise.${name}`]),
);

/** Whether the promise was made for a reaction to another one. */
export const isReaction = ({ details: { name }, derived, wrapper }: Resource): boolean =>
  (derived || (name !== undefined && reactions.has(name))) && wrapper !== true;

/**
 * Whether an async iterator made it. It is resolved with `{ value, done }`, which has no `then`: its job is a
 * reaction, with which the async iterator around a sync one unwraps the value.
 */
const isIterators = ({ details: { name, file } }: Resource): boolean =>
  file === undefined && (name === 'next' || name === 'return' || name === 'throw');

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

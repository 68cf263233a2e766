import type { InitDetails } from './trace-event.ts';
import type { CallStack } from './call-stack.ts';
import type { Clock } from './clock.ts';
import type { CallbackDraft, Resolution, Resource, StartDraft, TaskDraft } from './drafts.ts';
import type { Moment, Phase, Site } from './model.ts';
import { closesPort, joinPorts, listen, postedTask, samePlace } from './posts.ts';
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
  /** A socket begins to connect: reading begins when the request for that has been called back. */
  connect(id: number, request: number): void;
  post(id: number): void;
  /** A message is taken out of its port, so nothing is called for it. */
  take(id: number): void;
  /** A port begins to listen, or no longer does. */
  listen(id: number, listens: boolean): void;
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
      ...(ofPool.test(type) && { pool: true as const }),
      ...(resource.owner && { owner: resource.owner.id }),
      ...(resource.group !== undefined && { group: resource.group }),
      ...(atOnce && { queuedAt: scheduledAt }),
      ...(type === 'Timeout' && timing(details)),
    };
    // It waits for the last connection, and for who told it to close.
    const closer =
      task.api === 'server close' ? resources.get(resource.trigger)?.closing?.by : undefined;
    if (closer) task.alsoBy = closer;
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
      return posted(resource, task);
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

  function posted(resource: Resource, former: TaskDraft): TaskDraft {
    const task = postedTask(resource, former);
    if (task !== former) tasks.push(task);
    return task;
  }

  const now = (): Resolution => ({ at: clock.tick(), by: calls.last });

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
    closesPort,
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
    connect(id, request) {
      const [socket, connecting] = [resources.get(id)?.task, resources.get(request)?.task];
      if (!socket || !connecting) return;
      connecting.source = id;
      socket.connecting = connecting;
    },
    post: (id) => void resources.get(id)?.peer?.posts.push(now()),
    take: (id) => void resources.get(id)?.posts.shift(),
    listen: (id, listens) => listen(resources.get(id), listens, now),
    start: (id) => void resources.get(id)?.posts.push(now()),
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
  const isTickOfJob = phase === 'nextTick' && origin.phase === 'microtask' && origin.internal;
  return isPart || isTickOfLoop || isTickOfJob || origin.phase === phase ? origin.api : kind;
}

/** Whether code of the program, any that has the function for it, settles a promise. */
const isOpen = ({ name, file }: InitDetails): boolean =>
  name === 'Promise' || name === 'withResolvers' || file === 'node:events';

/** The job that calls the `then` of what a promise was resolved with. */
const thenable = 'thenable';

/** What the thread pool of libuv works for. */
const ofPool = /^(?:FSREQ|GETADDRINFO|GETNAMEINFO|ZLIB|BROTLI|ZSTD)|REQUEST$/;

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

function ownSite({ line, column }: InitDetails): Site | undefined {
  return line === undefined || column === undefined ? undefined : { line, column };
}

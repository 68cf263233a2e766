import type { Callback, Task, Trace } from '../trace/model.ts';

/** A trace with the questions that rules ask of it. Callbacks are named by their indexes. */
export interface TraceIndex {
  readonly trace: Trace;
  callback(index: number): Callback;
  task(index: number): Task;
  /** The outermost callback around it: itself unless it was called synchronously by another one. */
  outermost(index: number): number;
  /** The callback of the event loop, or the script, after which a tick or promise job ran. */
  macrotask(index: number): number;
  /** The same for what another callback called: that of the outermost one. */
  outermostMacrotask(index: number): number;
  isMicro(index: number): boolean;
  /** Counts the times that a queue was emptied after one macrotask: ticks, then jobs, then ticks … */
  queueDrain(index: number): number;
  /** The jobs of the same call of `Promise.all` or `Promise.allSettled` that ran before this one. */
  jobsBefore(index: number): readonly number[];
  /** The callbacks without which this one would not have been called. */
  causes(index: number): readonly number[];
  /** The callback that put it into its queue, or that made it and left it to the event loop. */
  origin(index: number): number;
  /** The same for the whole operation: `fs.readFile`, for example, goes to the disk several times. */
  began(index: number): number;
  /** Whether `earlier` is among the causes of `later`, directly or not. */
  isCauseOf(earlier: number, later: number): boolean;
  /** The same, but not merely because one source handed over the one event before the other. */
  setOff(earlier: number, later: number): boolean;
}

export function indexTrace(trace: Trace): TraceIndex {
  const { callbacks, tasks } = trace;
  const callback = (index: number): Callback => callbacks[index] ?? nothing;
  const task = (index: number): Task => tasks[callback(index).task] ?? script;
  const callsOf = groupByTask(callbacks);
  const { macrotasks, drains } = followQueues(callbacks);
  const groups = new Map<number, number[]>();
  for (const { index } of callbacks) {
    const { group } = task(index);
    if (group === undefined) continue;
    const jobs = groups.get(group);
    if (jobs === undefined) groups.set(group, [index]);
    else jobs.push(index);
  }

  /** The callback that called this one, or from which the error came that this one is told of. */
  function caller(index: number): number | undefined {
    const { inside, event, phase } = callback(index);
    // Of a microtask, async_hooks hears the end before its error is reported.
    const isItsError = phase === 'microtask' && event?.startsWith('uncaughtException') === true;
    return inside ?? (isItsError && index > 0 ? index - 1 : undefined);
  }

  /** The last call of a task before a moment. */
  function callBefore(id: number, moment: number): number | undefined {
    return callsOf.get(id)?.findLast((index) => callback(index).from < moment);
  }

  // Whoever asks for the causes of an interval's call asks for those of all calls before.
  const causes = remembered((index): readonly number[] => {
    const { from, task: id } = callback(index);
    // Datagrams keep no order.
    const before = task(index).api.startsWith('dgram.')
      ? undefined
      : (callBefore(id, from) ?? connectionOf(index));
    return before === undefined ? causesOfReading(index) : [...causesOfReading(index), before];
  });

  function connectionOf(index: number): number | undefined {
    const { connecting } = task(index);
    return connecting === undefined ? undefined : callBefore(connecting, callback(index).from);
  }

  /** Without the call before of the same source, which caused nothing: it only came first. */
  function causesApart(index: number): number[] {
    const { from, task: id, phase } = callback(index);
    const inside = caller(index);
    const { by, settledBy, alsoBy } = task(index);
    const settler = settledBy === undefined ? undefined : callBefore(settledBy, from);
    const before = phase === 'poll' ? undefined : callBefore(id, from);
    const candidates = [
      inside,
      by,
      alsoBy,
      settler,
      before,
      operationOf(index),
      ...allBefore(index, settler),
    ];
    return candidates.filter((cause) => cause !== undefined && cause < index) as number[];
  }

  function jobsBefore(index: number): readonly number[] {
    const { group } = task(index);
    return group === undefined ? [] : (groups.get(group)?.filter((job) => job < index) ?? []);
  }

  /** The other jobs of a call that waits for all of its promises, if the last of them settled what it returned. */
  function allBefore(index: number, settler: number | undefined): readonly number[] {
    const { group, api } = settler === undefined ? script : task(settler);
    if (group === undefined) return [];
    const isOfAll =
      api === 'Promise.allSettled' ||
      trace.catchesNothing === true ||
      callback(index).fulfilled === true;
    if (!isOfAll) return [];
    return jobsBefore(settler ?? 0);
  }

  /**
   * What Node chains to the end of an operation of its own is of a class of promises that does not tell what
   * settled it: the end of the operation, if the job ran in its queues and belongs to the same call.
   */
  function operationOf(index: number): number | undefined {
    const { internal, settledBy, api, by, site } = task(index);
    const isUntold = internal && settledBy === undefined && callback(index).phase === 'microtask';
    if (!isUntold || !oneOperation.has(api)) return undefined;
    const macrotask = macrotasks[index] ?? 0;
    const other = task(macrotask);
    const isSameCall =
      callback(macrotask).phase === 'poll' &&
      other.api === api &&
      other.by === by &&
      other.site?.line === site?.line &&
      other.site?.column === site?.column;
    return isSameCall ? macrotask : undefined;
  }

  /** The same with what was read from a connection of the program with itself. */
  function causesOfReading(index: number): number[] {
    const sender = firstSender(index);
    return sender === undefined ? causesApart(index) : [...causesApart(index), sender];
  }

  /** Who wrote first to the connection that is read, if nobody else could have. */
  function firstSender(index: number): number | undefined {
    const [first, ...others] = callback(index).senders ?? [];
    if (first === undefined || first >= index) return undefined;
    const isFirst = others.every(
      (other) => macrotasks[other] === macrotasks[first] || leads(first, other, causesApart),
    );
    return isFirst ? first : undefined;
  }

  function leads(
    earlier: number,
    later: number,
    causesOf: (index: number) => readonly number[],
  ): boolean {
    const seen = new Set<number>();
    const waiting = [later];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const cause of causesOf(next)) {
        if (cause === earlier) return true;
        // Causes are older than what they caused.
        if (cause < earlier || seen.has(cause)) continue;
        seen.add(cause);
        waiting.push(cause);
      }
    }
    return false;
  }

  const origin = remembered((index) => {
    const latest = causes(index).reduce((most, cause) => Math.max(most, cause), 0);
    // The queues were empty before the macrotask ran, so nothing in them is older than that.
    return isMicro(callback(index)) ? Math.max(latest, macrotasks[index] ?? 0) : latest;
  });

  const isStepOf = (step: number, index: number): boolean => {
    const [one, other] = [task(step), task(index)];
    return (
      callback(step).phase === 'poll' &&
      one.api === other.api &&
      one.site !== undefined &&
      one.site.line === other.site?.line &&
      one.site.column === other.site.column
    );
  };

  /** The step of the same operation from which this came: itself, or after ticks of Node's own. */
  function stepBefore(from: number, index: number): number | undefined {
    let at = from;
    while (at !== 0 && isMicro(callback(at)) && task(at).internal) at = origin(at);
    return at !== 0 && isStepOf(at, index) ? at : undefined;
  }

  function outermost(index: number): number {
    let outer = index;
    for (let next = caller(outer); next !== undefined && next < outer;) {
      outer = next;
      next = caller(outer);
    }
    return outer;
  }

  return {
    trace,
    callback,
    task,
    outermost,
    macrotask: (index) => macrotasks[index] ?? 0,
    outermostMacrotask: (index) => macrotasks[outermost(index)] ?? 0,
    isMicro: (index) => isMicro(callback(index)),
    queueDrain: (index) => drains[index] ?? 0,
    jobsBefore,
    causes,
    origin,
    began(index) {
      let at = origin(index);
      if (callback(index).phase !== 'poll') return at;
      for (let step = stepBefore(at, index); step !== undefined; step = stepBefore(at, index)) {
        at = origin(step);
      }
      return at;
    },
    isCauseOf: (earlier, later) => leads(earlier, later, causes),
    setOff: (earlier, later) => leads(earlier, later, causesOfReading),
  };
}

/** A function of an index that works each out only once. */
function remembered<T>(work: (index: number) => T): (index: number) => T {
  const known: T[] = [];
  return (index) => (known[index] ??= work(index));
}

/** Calls that never have two operations at the same time. */
const oneOperation = new Set([
  'fs.promises.close',
  'fs.promises.writeFile',
  'fs.promises.appendFile',
]);

const isMicro = ({ phase }: Callback): boolean => phase === 'nextTick' || phase === 'microtask';

function groupByTask(callbacks: readonly Callback[]): Map<number, number[]> {
  const calls = new Map<number, number[]>();
  for (const { task, index } of callbacks) {
    const known = calls.get(task);
    if (known) known.push(index);
    else calls.set(task, [index]);
  }
  return calls;
}

function followQueues(callbacks: readonly Callback[]) {
  const macrotasks: number[] = [];
  const drains: number[] = [];
  let macrotask = 0;
  let drain = 0;
  let queue: Callback['phase'] = 'main';
  for (const callback of callbacks) {
    const { index, phase, inside } = callback;
    if (inside !== undefined) {
      macrotasks[index] = macrotasks[inside] ?? macrotask;
      drains[index] = drains[inside] ?? drain;
      continue;
    }
    if (!isMicro(callback)) {
      macrotask = index;
      drain = 0;
    } else if (phase !== queue) drain += 1;
    queue = phase;
    macrotasks[index] = macrotask;
    drains[index] = drain;
  }
  return { macrotasks, drains };
}

const nothing: Callback = {
  index: 0,
  task: 0,
  phase: 'main',
  after: 'main',
  turn: 0,
  from: 0,
  to: 0,
  startedMs: 0,
};

const script: Task = { id: 0, phase: 'main', api: 'script', internal: false, scheduledAt: 0 };

import type { Callback, Phase, Task, Trace, TracedLine } from '../../../src/trace/model.ts';

/** What a program of timers and immediates makes, and what its callback makes in turn. */
export interface Item {
  /** Milliseconds; absent for an immediate. */
  readonly delay?: number;
  /** How long the callback computes or sleeps before it makes the rest. */
  readonly computes?: number;
  readonly sleeps?: number;
  readonly makes: readonly Item[];
}

/** The same with a name, which the callback prints. */
interface Named extends Omit<Item, 'makes'> {
  readonly name: string;
  readonly makes: readonly Named[];
}

export function named(items: readonly Item[], prefix = ''): readonly Named[] {
  return items.map((item, index) => {
    const name = `${prefix}${index}`;
    return { ...item, name, makes: named(item.makes, `${name}.`) };
  });
}

interface Waiting {
  readonly item: Named;
  readonly task: number;
  readonly start: number;
}

interface List {
  readonly delay: number;
  id: number;
  expiry: number;
  readonly timers: Waiting[];
}

/** What Node's start and each step cost of a processor, in milliseconds. */
const startMs = 50;
const stepMs = 0.05;
/** Between two statements that follow each other, which are microseconds apart, nothing stands still for longer. */
const betweenCallsMs = 45;

/**
 * One run of the program as Node's own loop makes it (`processTimers` and `listOnTimeout` of
 * lib/internal/timers.js, one list of timers for each delay; libuv 1.45 and later), on a machine that holds up the
 * whole process before some of its steps.
 * @param stalls milliseconds before each step; none after the last one
 */
export function runStalled(items: readonly Named[], stalls: readonly number[]): Trace {
  const tasks: Task[] = [{ id: 0, phase: 'main', api: 'script', internal: false, scheduledAt: 0 }];
  const callbacks: Callback[] = [];
  const lines: TracedLine[] = [];
  const slept: { at: number; ms: number }[] = [];
  const lists: List[] = [];
  let immediates: Waiting[] = [];
  let [now, cpu, moment, turn, listId, steps] = [0, startMs, 0, 0, 0, 0];

  /** @param longest no stall before it is longer */
  function step(longest = Infinity): void {
    now += stepMs + Math.min(longest, stalls[steps] ?? 0);
    cpu += stepMs;
    steps += 1;
  }

  function make(item: Named, by: number, place: number): void {
    step(place === 0 ? Infinity : betweenCallsMs);
    const { delay } = item;
    const task = tasks.length;
    const both = { id: task, by, internal: false, site: { line: task + 1, column: 1 } };
    const scheduledAt = ++moment;
    if (delay === undefined) {
      tasks.push({
        ...both,
        phase: 'check',
        api: 'setImmediate',
        scheduledAt,
        queuedAt: scheduledAt,
      });
      immediates.push({ item, task, start: now });
      return;
    }
    const times = { delayMs: delay, scheduledMs: now, scheduledCpuMs: cpu };
    tasks.push({ ...both, ...times, phase: 'timers', api: 'setTimeout', scheduledAt });
    const start = Math.floor(now);
    const timer = { item, task, start };
    const list = lists.find((one) => one.delay === delay);
    if (list) list.timers.push(timer);
    else lists.push({ delay, id: listId++, expiry: start + delay, timers: [timer] });
  }

  function call({ item, task }: Omit<Waiting, 'start'>, phase: Phase, ofTurn: number): void {
    step();
    const index = callbacks.length;
    const both = { index, task, phase, after: phase, turn: ofTurn };
    const [from, startedMs] = [++moment, now];
    lines.push({ stream: 'stdout', text: item.name, at: ++moment, callback: index });
    now += (item.computes ?? 0) + (item.sleeps ?? 0);
    cpu += item.computes ?? 0;
    if (item.sleeps !== undefined) slept.push({ at: ++moment, ms: item.sleeps });
    for (const [place, made] of item.makes.entries()) make(made, index, place);
    step();
    callbacks.push({ ...both, from, to: ++moment, startedMs, endedMs: now, cpuMs: cpu });
  }

  const nextList = (): List | undefined =>
    lists.reduce<List | undefined>(
      (first, list) =>
        first === undefined ||
        list.expiry < first.expiry ||
        (list.expiry === first.expiry && list.id < first.id)
          ? list
          : first,
      undefined,
    );

  function runTimers(): void {
    step();
    const at = Math.floor(now);
    for (let list = nextList(); list && list.expiry <= at; list = nextList()) runList(list, at);
  }

  function runList(list: List, at: number): void {
    for (let timer = list.timers[0]; timer; timer = list.timers[0]) {
      if (at - timer.start < list.delay) {
        list.expiry = Math.max(timer.start + list.delay, at + 1);
        list.id = listId++;
        return;
      }
      list.timers.shift();
      call(timer, 'timers', turn + 1);
    }
    lists.splice(lists.indexOf(list), 1);
  }

  call({ item: { name: 'script', makes: items }, task: 0 }, 'main', 0);
  runTimers();
  while (immediates.length > 0 || lists.length > 0) {
    turn += 1;
    step();
    if (immediates.length === 0) now = Math.max(now, nextList()?.expiry ?? 0);
    const waiting = immediates;
    immediates = [];
    for (const immediate of waiting) call(immediate, 'check', turn);
    runTimers();
  }
  return {
    entry: 'cjs',
    tasks,
    callbacks,
    lines,
    end: ++moment,
    complete: 'whole',
    untraced: [],
    ...(slept.length > 0 && { slept }),
  };
}

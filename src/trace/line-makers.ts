import type { Closures } from '../program/closures.ts';
import type { Takes } from '../program/takes.ts';
import type { CallbackDraft, LineDraft, TaskDraft } from './drafts.ts';
import type { LeftFunction, PrintedVariables, Site, TracedLine } from './model.ts';

/** More of them say no more. */
const most = 16;

/**
 * Who had to do with a line besides the callback that printed it, as far as the program's text tells: the callbacks
 * that left the function which printed it, and those that may have changed what it prints.
 */
export function createLineMakers(
  closures: Closures,
  {
    callbacks,
    tasks,
    lines,
    comesTo,
  }: {
    readonly comesTo: Takes['comesTo'];
    readonly callbacks: readonly CallbackDraft[];
    readonly tasks: readonly TaskDraft[];
    readonly lines: readonly LineDraft[];
  },
): (line: LineDraft) => Pick<TracedLine, 'left' | 'printed' | 'sharedBy'> {
  const {
    around,
    givenAt,
    leftWith,
    callersOf,
    callsTo,
    awaitedAt,
    changedBy,
    ownerIn,
    ownerOf,
    printedAt,
    isCounter,
  } = closures;
  const runs = new Map<number, Set<number>>();
  const calledOnce = new Map<number, Set<number>>();
  const add = (id: number | undefined, { index }: CallbackDraft): void => {
    if (id === undefined) return;
    const known = runs.get(id);
    if (known) known.add(index);
    else runs.set(id, new Set([index]));
  };
  for (const callback of callbacks) {
    const { site, api } = callback.task;
    if (site === undefined || !callsWhatItWasGiven(callback)) continue;
    if (api === 'await') add(around(site)[0], callback);
    else {
      for (const id of givenAt(site)) {
        add(id, callback);
        calledOnce.set(id, (calledOnce.get(id) ?? new Set()).add(callback.index));
        // Only the last step of an operation calls what it was given.
        const { by } = callback.task;
        if (callback.task.internal && by) calledOnce.get(id)?.delete(by.index);
      }
    }
  }
  // Code that goes on behind an `await` comes to what it calls then.
  const waits = new Map<string, { readonly site: Site; readonly indexes: number[] }>();
  for (const { index, task } of callbacks) {
    if (task.api !== 'await' || task.site === undefined) continue;
    const wait = waits.get(keyOf(task.site));
    if (wait) wait.indexes.push(index);
    else waits.set(keyOf(task.site), { site: task.site, indexes: [index] });
  }
  // What a function did shows that it ran.
  for (const { site, callback } of lines) if (site && callback) add(around(site)[0], callback);
  for (const { resource, site } of tasks) {
    if (site && resource?.by && resource.details.line !== undefined)
      add(around(site)[0], resource.by);
  }

  // Who awaits what a function returns called it.
  const awaitedBy = new Map<number, Set<number>>();
  for (const { api, site, resource } of tasks) {
    const id = api === 'await' && site ? awaitedAt(site) : undefined;
    if (id === undefined || !resource?.by) continue;
    awaitedBy.set(id, (awaitedBy.get(id) ?? new Set()).add(resource.by.index));
  }

  function leftOf({ site, callback }: LineDraft): LeftFunction | undefined {
    if (site === undefined || callback === undefined) return undefined;
    const [printing, ...others] = around(site);
    if (printing === undefined) return undefined;
    const given = callStackOf(callback).flatMap(({ task }) =>
      task.site ? givenAt(task.site) : [],
    );
    if (given.includes(printing)) {
      // A stream takes one piece after the other, of whoever gave it.
      const { api, by } = callback.task;
      return by && api.startsWith('stream.') ? left([by.index], leftWith(printing)) : undefined;
    }
    const own = new Set(callStackOf(callback).map(({ index }) => index));
    let inner = printing;
    for (const id of others) {
      const found = [...(runs.get(id) ?? [])];
      if (found.some((index) => own.has(index))) return undefined;
      const before = found.filter((index) => index < callback.index);
      if (before.length > 0) return left(before, leftWith(inner));
      inner = id;
    }
    return undefined;
  }

  const ofPlace = new Map<string, PlaceMakers>();
  const makersAt = (site: Site): PlaceMakers => {
    const key = keyOf(site);
    let makers = ofPlace.get(key);
    if (!makers)
      ofPlace.set(key, (makers = { changers: changersAt(site), sharers: sharersAt(site) }));
    return makers;
  };

  function changersAt(site: Site): PlaceMakers['changers'] {
    const printed = printedAt(site);
    if (printed === undefined) return undefined;
    // A function that counts on its own does so in the order of its calls.
    const own = new Set(around(site));
    const variables = printed.variables.map((name) => {
      const by = [...runs].flatMap(([id, indexes]) =>
        !own.has(id) && changedBy(id).has(name) && ownerIn(id, name) === ownerOf(site, name)
          ? [...indexes]
          : [],
      );
      // A function has another one in each of its calls.
      const isOfProgram = ownerOf(site, name) === undefined;
      const isCount = isOfProgram && printed.values.includes(name) && isCounter(name);
      return { name, by: inOrder(by), ...(isCount && { isCount }) };
    });
    return { lead: printed.lead, variables };
  }

  function printedOf({ site, callback }: LineDraft): PrintedVariables | undefined {
    const changers = site && makersAt(site).changers;
    if (changers === undefined || callback === undefined) return undefined;
    const variables = changers.variables.flatMap(({ by, ...variable }) => {
      // The callback itself may have changed it, before it called the function that prints.
      const before = lastBefore(by, callback.index + 1);
      return before.length < 2 ? [] : [{ ...variable, by: before }];
    });
    return variables.length === 0 ? undefined : { lead: changers.lead, variables };
  }

  const times = new Map<string, number>();
  for (const { site } of lines) {
    if (site) times.set(keyOf(site), (times.get(keyOf(site)) ?? 0) + 1);
  }

  /** Fewer lines than callbacks that came to the function in which they are printed: some of these decide which ones. */
  function sharersAt(site: Site): readonly number[] {
    for (const id of around(site)) {
      const called = [id, ...callersOf(id)].flatMap((it) => [...(calledOnce.get(it) ?? [])]);
      const calls = callsTo(id);
      const resumed = [...waits.values()].flatMap(({ site: wait, indexes }) =>
        calls.some((at) => comesTo(wait, at)) ? indexes : [],
      );
      const by = lastOf(inOrder([...called, ...(awaitedBy.get(id) ?? []), ...resumed]));
      if (by.length > (times.get(keyOf(site)) ?? 0)) return by;
    }
    return [];
  }

  const sharedOf = ({ site, callback }: LineDraft): readonly number[] =>
    site === undefined || callback === undefined ? [] : makersAt(site).sharers;

  return (line) => {
    const [leftBy, printed, sharedBy] = [leftOf(line), printedOf(line), sharedOf(line)];
    return {
      ...(leftBy && { left: leftBy }),
      ...(printed && { printed }),
      ...(sharedBy.length > 1 && { sharedBy }),
    };
  };
}

/** What the text and the run tell of a place that prints, whichever line it prints. */
interface PlaceMakers {
  /** What it prints, with all callbacks that may have changed the variables in it. */
  readonly changers: PrintedVariables | undefined;
  readonly sharers: readonly number[];
}

const keyOf = ({ line, column }: Site): string => `${line}:${column}`;

const left = (by: readonly number[], holders: readonly string[]): LeftFunction | undefined =>
  holders.length === 0 ? undefined : { by: lastOf(inOrder(by)), with: [...new Set(holders)] };

const inOrder = (indexes: readonly number[]): number[] =>
  [...new Set(indexes)].sort((one, other) => one - other);

const lastOf = (indexes: readonly number[]): readonly number[] => indexes.slice(-most);

/** The last ones that are below a bound, of numbers in order. */
function lastBefore(indexes: readonly number[], bound: number): readonly number[] {
  let [low, high] = [0, indexes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indexes[middle] ?? Infinity) < bound) low = middle + 1;
    else high = middle;
  }
  return indexes.slice(Math.max(0, low - most), low);
}

/** Handles and Node's own ticks are called for much, of which what was given to a call is only some. */
function callsWhatItWasGiven({ phase, task: { internal, pool, api } }: CallbackDraft): boolean {
  if (phase === 'poll') return pool === true && !looksUp.test(api);
  return phase === 'timers' || phase === 'check' || (phase !== 'close' && !internal);
}

/** A callback, and those that called it synchronously. */
function callStackOf(callback: CallbackDraft): readonly CallbackDraft[] {
  const callers: CallbackDraft[] = [];
  for (let at: CallbackDraft | undefined = callback; at; at = at.inside) callers.push(at);
  return callers;
}

/** What looks a name up first, and calls what it was given later. */
const looksUp = /^(?:https?|http2|net|tls|socket|dgram|fetch)\b/;

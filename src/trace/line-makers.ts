import type { Closures } from '../program/closures.ts';
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
  }: {
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
    awaitedAt,
    changedBy,
    ownerIn,
    ownerOf,
    printedAt,
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

  function printedOf({ site, callback }: LineDraft): PrintedVariables | undefined {
    const printed = site && printedAt(site);
    if (site === undefined || printed === undefined || callback === undefined) return undefined;
    // A function that counts on its own does so in the order of its calls.
    const own = new Set(around(site));
    const variables = printed.variables.flatMap((name) => {
      const by = [...runs].flatMap(([id, indexes]) =>
        !own.has(id) && changedBy(id).has(name) && ownerIn(id, name) === ownerOf(site, name)
          ? [...indexes].filter((index) => index < callback.index)
          : [],
      );
      return by.length < 2 ? [] : [{ name, by: inOrder(by) }];
    });
    return variables.length === 0 ? undefined : { lead: printed.lead, variables };
  }

  /** Fewer lines than callbacks that came to the function in which they are printed: some of these decide which ones. */
  function sharedOf({ site, callback }: LineDraft): readonly number[] {
    if (site === undefined || callback === undefined) return [];
    const times = lines.filter((line) => line.site && isOnePlace(line.site, site)).length;
    for (const id of around(site)) {
      const called = [id, ...callersOf(id)].flatMap((it) => [...(calledOnce.get(it) ?? [])]);
      const by = inOrder([...called, ...(awaitedBy.get(id) ?? [])]);
      if (by.length > times) return by;
    }
    return [];
  }

  return (line) => {
    const [leftBy, printed, sharedBy] = [leftOf(line), printedOf(line), sharedOf(line)];
    return {
      ...(leftBy && { left: leftBy }),
      ...(printed && { printed }),
      ...(sharedBy.length > 1 && { sharedBy }),
    };
  };
}

const left = (by: readonly number[], holders: readonly string[]): LeftFunction | undefined =>
  holders.length === 0 ? undefined : { by: inOrder(by), with: [...new Set(holders)] };

const inOrder = (indexes: readonly number[]): number[] =>
  [...new Set(indexes)].sort((one, other) => one - other).slice(-most);

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

const isOnePlace = (one: Site, other: Site): boolean =>
  one.line === other.line && one.column === other.column;

/** What looks a name up first, and calls what it was given later. */
const looksUp = /^(?:https?|http2|net|tls|socket|dgram|fetch)\b/;

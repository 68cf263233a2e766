import type { Closures } from '../program/closures.ts';
import type { CallbackDraft, LineDraft, TaskDraft } from './drafts.ts';
import type { LeftFunction, PrintedVariables, TracedLine } from './model.ts';

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
): (line: LineDraft) => Pick<TracedLine, 'left' | 'printed'> {
  const { around, givenAt, leftWith, changedBy, printedAt } = closures;
  const runs = new Map<number, Set<number>>();
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
    else for (const id of givenAt(site)) add(id, callback);
  }
  // What a function did shows that it ran.
  for (const { site, callback } of lines) if (site && callback) add(around(site)[0], callback);
  for (const { resource, site } of tasks) {
    if (site && resource?.by && resource.details.line !== undefined)
      add(around(site)[0], resource.by);
  }

  function leftOf({ site, callback }: LineDraft): LeftFunction | undefined {
    if (site === undefined || callback === undefined) return undefined;
    const [printing, ...others] = around(site);
    if (printing === undefined) return undefined;
    const given = callersOf(callback).flatMap(({ task }) => (task.site ? givenAt(task.site) : []));
    if (given.includes(printing)) {
      // A stream takes one piece after the other, of whoever gave it.
      const { api, by } = callback.task;
      return by && api.startsWith('stream.') ? left([by.index], leftWith(printing)) : undefined;
    }
    const own = new Set(callersOf(callback).map(({ index }) => index));
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
    if (printed === undefined || callback === undefined) return undefined;
    const variables = printed.variables.flatMap((name) => {
      const by = [...runs].flatMap(([id, indexes]) =>
        changedBy(id).has(name) ? [...indexes].filter((index) => index < callback.index) : [],
      );
      return by.length < 2 ? [] : [{ name, by: inOrder(by) }];
    });
    return variables.length === 0 ? undefined : { lead: printed.lead, variables };
  }

  return (line) => {
    const [leftBy, printed] = [leftOf(line), printedOf(line)];
    return { ...(leftBy && { left: leftBy }), ...(printed && { printed }) };
  };
}

const left = (by: readonly number[], holders: readonly string[]): LeftFunction | undefined =>
  holders.length === 0 ? undefined : { by: inOrder(by), with: [...new Set(holders)] };

const inOrder = (indexes: readonly number[]): number[] =>
  [...new Set(indexes)].sort((one, other) => one - other).slice(-most);

/** Handles and Node's own ticks are called for much, of which what was given to a call is only some. */
function callsWhatItWasGiven({ phase, task: { internal, pool } }: CallbackDraft): boolean {
  if (phase === 'poll') return pool === true;
  return phase === 'timers' || phase === 'check' || !internal;
}

/** A callback, and those that called it synchronously. */
function callersOf(callback: CallbackDraft): readonly CallbackDraft[] {
  const callers: CallbackDraft[] = [];
  for (let at: CallbackDraft | undefined = callback; at; at = at.inside) callers.push(at);
  return callers;
}

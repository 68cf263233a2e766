import type { Takes, TakesOfCallback } from '../program/takes.ts';
import type { CallbackDraft, LineDraft, TaskDraft } from './drafts.ts';
import type { Callback, Site, TracedLine } from './model.ts';

interface Taken {
  readonly of: (callback: CallbackDraft) => Pick<Callback, 'takes'>;
  readonly around: (line: LineDraft) => Pick<TracedLine, 'taken'>;
}

/** What callbacks may take that others could have taken, as far as the text tells where they were in it. */
export function createTaken(
  takes: Takes,
  {
    tasks,
    lines,
    ids,
  }: {
    readonly tasks: readonly TaskDraft[];
    readonly lines: readonly LineDraft[];
    readonly ids: ReadonlyMap<TaskDraft, number>;
  },
): Taken {
  if (!takes.some) return { of: () => ({}), around: () => ({}) };
  const sites = new Map<CallbackDraft, Site[]>();
  const add = (callback: CallbackDraft | undefined, site: Site | undefined): void => {
    if (!callback || !site) return;
    const known = sites.get(callback);
    if (!known) sites.set(callback, [site]);
    else if (!known.some((it) => isSame(it, site))) known.push(site);
  };
  for (const { callback, site } of lines) add(callback, site);
  for (const { resource, site } of tasks) {
    if (resource?.details.line !== undefined) add(resource.by, site);
  }
  const known = new Map<string, TakesOfCallback>();
  const found = new Map<CallbackDraft, TakesOfCallback>();
  const placesOf = (callback: CallbackDraft): readonly Site[] => sites.get(callback) ?? [];

  function takesOf(callback: CallbackDraft): TakesOfCallback {
    let own = found.get(callback);
    if (own !== undefined) return own;
    const { site, api, internal } = callback.task;
    const isAwait = api === 'await';
    const places = placesOf(callback);
    const entry = { site: internal && !isAwait ? undefined : site, isAwait };
    const key = JSON.stringify([entry, places]);
    own = known.get(key);
    if (own === undefined) known.set(key, (own = takes.of(entry, places)));
    found.set(callback, own);
    return own;
  }

  /** What the function scheduled that printed a line. */
  const scheduledWith = (callback: CallbackDraft, site: Site): number[] =>
    tasks.flatMap((task) => {
      const isBeside =
        task.resource?.by === callback &&
        task.site !== undefined &&
        takes.functionAt(task.site) === takes.functionAt(site);
      return (isBeside ? ids.get(task) : undefined) ?? [];
    });

  return {
    of(callback) {
      const { all } = takesOf(callback);
      return all.length === 0 ? {} : { takes: all };
    },
    around({ callback, site }) {
      if (!callback || !site) return {};
      const at = placesOf(callback).findIndex((it) => isSame(it, site));
      const found = takesOf(callback).at[at];
      if (!found || found.before.length + found.after.length === 0) return {};
      const { before, after, calling } = found;
      return {
        taken: {
          before,
          after,
          ...(calling && { calling, beside: scheduledWith(callback, site) }),
        },
      };
    },
  };
}

const isSame = (one: Site, other: Site): boolean =>
  one.line === other.line && one.column === other.column;

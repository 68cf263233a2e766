import type { Place, Printed } from './printed.ts';

/** What one line of a document printed, in the order of the output. Grows while the program runs. */
export interface LineResults {
  readonly place: Place;
  readonly printed: readonly Printed[];
}

/** The output of a run by the lines that printed it. */
export interface RunResults {
  /** @returns the group that it belongs to; undefined where the place is not known */
  add(printed: Printed): LineResults | undefined;
  /** Everything, in true order. */
  readonly all: readonly Printed[];
  readonly groups: readonly LineResults[];
}

export function createRunResults(lines: Iterable<Printed> = []): RunResults {
  const all: Printed[] = [];
  const groups = new Map<string, { readonly place: Place; readonly printed: Printed[] }>();
  const results: RunResults = {
    all,
    get groups() {
      return [...groups.values()];
    },
    add(printed) {
      all.push(printed);
      const { place } = printed;
      if (!place) return undefined;
      const key = `${place.line} ${place.file ?? ''}`;
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { place, printed: [] }));
      group.printed.push(printed);
      return group;
    },
  };
  for (const printed of lines) results.add(printed);
  return results;
}

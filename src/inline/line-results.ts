import type { OutputStream } from '../order/output.ts';
import type { Phase } from '../trace/model.ts';
import type { SourceLine, Printed } from './printed.ts';

/** What one line of a document printed, in the order of the output. Grows while the program runs. */
export interface LineResults {
  readonly place: SourceLine;
  readonly printed: readonly Printed[];
  /** Of all that it printed; absent phases are those that are not known yet. */
  readonly phases: ReadonlySet<Phase | undefined>;
  readonly streams: ReadonlySet<OutputStream>;
}

interface Growing extends LineResults {
  readonly printed: Printed[];
  readonly phases: Set<Phase | undefined>;
  readonly streams: Set<OutputStream>;
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
  const groups: Growing[] = [];
  /** By file and line. */
  const byPlace = new Map<string | undefined, Map<number, Growing>>();
  const results: RunResults = {
    all,
    groups,
    add(printed) {
      all.push(printed);
      const { place } = printed;
      if (!place) return undefined;
      let inFile = byPlace.get(place.file);
      if (!inFile) byPlace.set(place.file, (inFile = new Map<number, Growing>()));
      let group = inFile.get(place.line);
      if (!group) {
        group = { place, printed: [], phases: new Set(), streams: new Set() };
        inFile.set(place.line, group);
        groups.push(group);
      }
      group.printed.push(printed);
      group.phases.add(printed.phase);
      group.streams.add(printed.stream);
      return group;
    },
  };
  for (const printed of lines) results.add(printed);
  return results;
}

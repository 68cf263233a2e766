import type { ProgressEvent } from '../event.ts';
import type { Projection } from '../projection.ts';
import { isLater, stampOf, type Stamp } from '../stamp.ts';
import type { Interviewed } from './interviewed.ts';

/** The mock interviews of the log. */
export interface InterviewProjection extends Projection {
  /** Those that were not taken back, the oldest first. */
  interviews(): readonly KeptInterview[];
}

export interface KeptInterview extends Interviewed {
  /** Of its event. */
  readonly id: string;
  /** Milliseconds since 1970: when it was over. */
  readonly at: number;
}

export function createInterviewProjection(): InterviewProjection {
  const all = new Map<string, KeptInterview>();
  /** Ids of events; each may be read before the event that it takes back. */
  const undone = new Set<string>();

  function add(event: ProgressEvent): boolean {
    if (event.kind === 'undone' && event.card.startsWith('interview:')) {
      if (undone.has(event.event)) return false;
      undone.add(event.event);
      return all.has(event.event);
    }
    if (event.kind !== 'interviewed' || all.has(event.id)) return false;
    const { format, level, minutes, elapsedMs, drawn, items, notes } = event;
    all.set(event.id, {
      ...{ ...stampOf(event), kind: 'interviewed', format, level, minutes, elapsedMs, drawn },
      ...{ items, notes },
    });
    return !undone.has(event.id);
  }

  return {
    name: 'interviews',
    // 2: items with the program that was asked.
    version: 2,
    interviews: () =>
      [...all.values()]
        .filter(({ id }) => !undone.has(id))
        .toSorted((one, other) => (isLater(one, other) ? 1 : -1)),
    add,
    *save() {
      for (const one of all.values()) yield one;
      for (const id of undone) yield id;
    },
    restore(saved) {
      if (typeof saved === 'string') undone.add(saved);
      else {
        const one = saved as KeptInterview & Stamp;
        all.set(one.id, one);
      }
    },
    reset() {
      all.clear();
      undone.clear();
    },
  };
}

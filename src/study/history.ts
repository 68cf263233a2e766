import { inSlices } from '../collections/in-slices.ts';
import type { LogReader } from './disk/log-reader.ts';
import type { SavedState, SnapshotStore } from './disk/snapshot-store.ts';
import type { CardId, ProgressEvent } from './event.ts';
import type { Projection } from './projection.ts';

/**
 * Everything that was ever recorded, added up by any number of projections in one reading. A
 * snapshot saves reading most of the log again; whenever there is any doubt about it, the log is read.
 */
export interface History {
  /** Has the projection filled by the next `read`: with the whole log, whenever it was added. */
  add(projection: Projection): void;
  /** Adds what was appended since to every projection. Rejects when the log can't be read. */
  read(): Promise<Changes>;
  /** Adds an event of this window, which the log need not have yet. */
  record(event: ProgressEvent): Changes;
  /** Writes a snapshot when enough has been read since the last one. Rejects when that fails. */
  keepSnapshot(): Promise<void>;
}

/** The cards about which each projection tells something new. */
export type Changes = ReadonlyMap<Projection, ReadonlySet<CardId>>;

export interface HistorySources {
  /** Reads the log on. */
  readonly reader: LogReader;
  /** Another one, that begins at the start of the log. */
  readonly fromStart: () => LogReader;
  readonly snapshots: SnapshotStore;
  /** Whether events of this window are not in the log yet: a snapshot would claim that they were. */
  readonly waits: () => boolean;
}

/** Events; to read so many takes a few milliseconds. */
const enoughForSnapshot = 2000;

export function createHistory(
  { reader, fromStart, snapshots, waits }: HistorySources,
  enough = enoughForSnapshot,
): History {
  /** Those that have had everything that the reader has read. */
  const current = new Set<Projection>();
  const added = new Set<Projection>();
  /** What was recorded before a snapshot could be taken over; none once the first reading has begun. */
  const early: ProgressEvent[] = [];
  /** What reading has changed: it stays when reading fails half-way, so that the next `read` tells it. */
  let unread = collect();
  let reads: Promise<unknown> = Promise.resolve();
  let begun = false;
  let sinceSnapshot = 0;

  const addTo = (projections: Iterable<Projection>, event: ProgressEvent, changes: Collected) => {
    for (const projection of projections) changes.add(projection, event);
  };
  /** Has the projections begin with what a snapshot holds, if there is one that fits. */
  const restore = async (projections: ReadonlySet<Projection>): Promise<void> => {
    const snapshot = await snapshots.read();
    const states = [...projections].map((one) => ({ one, state: snapshot?.states[one.name] }));
    if (!snapshot || states.some(({ one, state }) => state?.version !== one.version)) return;
    const reset = (): void => projections.forEach((one) => one.reset());
    try {
      reset();
      for (const { one, state } of states) {
        await inSlices(state?.values ?? [], (value) => one.restore(value));
      }
      if (!(await reader.startAt(snapshot.position))) reset();
    } catch {
      // Whoever wrote it: the log has everything.
      reset();
    }
  };
  const begin = async (): Promise<void> => {
    for (const one of added) current.add(one);
    added.clear();
    await restore(current);
    begun = true;
    for (const event of early.splice(0)) addTo(current, event, collect());
  };
  const catchUp = async (): Promise<void> => {
    const late = [...added];
    if (late.length > 0) await fromStart().read((event) => addTo(late, event, unread));
    for (const one of late) {
      current.add(one);
      added.delete(one);
    }
  };
  const readNew = async (): Promise<Changes> => {
    if (!begun) await begin();
    await catchUp();
    await reader.read((event) => {
      sinceSnapshot += 1;
      addTo(current, event, unread);
    });
    const changes = unread.all;
    unread = collect();
    return changes;
  };

  return {
    add: (projection) => void added.add(projection),
    read() {
      const result = reads.then(readNew);
      reads = result.catch(() => undefined);
      return result;
    },
    record(event) {
      const changes = collect();
      if (!begun) early.push(event);
      addTo([...current, ...added], event, changes);
      return changes.all;
    },
    async keepSnapshot() {
      const position = reader.position();
      if (sinceSnapshot < enough || !position || waits()) return;
      sinceSnapshot = 0;
      const states: Record<string, SavedState> = {};
      for (const one of current) {
        states[one.name] = { version: one.version, values: [...one.save()] };
      }
      await snapshots.write({ position, states }, () => !waits());
    },
  };
}

interface Collected {
  readonly all: Changes;
  add(projection: Projection, event: ProgressEvent): void;
}

function collect(): Collected {
  const all = new Map<Projection, Set<CardId>>();
  return {
    all,
    add(projection, event) {
      if (!projection.add(event)) return;
      const cards = all.get(projection) ?? new Set();
      all.set(projection, cards.add(event.card));
    },
  };
}

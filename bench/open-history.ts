import { join } from 'node:path';
import { createLogReader } from '../src/study/disk/log-reader.ts';
import { logFileName } from '../src/study/disk/log-store.ts';
import { createSnapshotStore, snapshotFileName } from '../src/study/disk/snapshot-store.ts';
import { createHistory, type History } from '../src/study/history.ts';

/** The history of the log of a folder, as the extension opens it at its start. */
export function openHistory(
  folder: string,
  projections: readonly Parameters<History['add']>[0][],
): History {
  const file = join(folder, logFileName);
  const history = createHistory({
    reader: createLogReader(file),
    fromStart: () => createLogReader(file),
    snapshots: createSnapshotStore(join(folder, snapshotFileName)),
    waits: () => false,
  });
  for (const projection of projections) history.add(projection);
  return history;
}

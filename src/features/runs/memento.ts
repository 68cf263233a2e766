import type { RunsMemento, RunsStatus } from '../../shared/runs.ts';
import { isRecord } from '../services/is-record.ts';
import { isStoredSource } from '../services/stored-source.ts';
import type { StoredSource } from '../services/stored-source.ts';

/** What VS Code kept for a page, if it is what this version of Loopwise can read. */
export function readMemento(state: unknown): (RunsMemento & { source: StoredSource }) | undefined {
  if (!isRecord(state) || state['version'] !== 2) return undefined;
  const { source, status } = state;
  if (!isRecord(status) || typeof status['series'] !== 'number') return undefined;
  return isStoredSource(source)
    ? (state as unknown as RunsMemento & { source: StoredSource })
    : undefined;
}

/** Nothing runs by being restored: what was running is over. */
export function restoredStatus(status: RunsStatus): RunsStatus {
  if (status.kind === 'finished') return status;
  const { series, mode } = status;
  return { kind: 'idle', series, mode };
}

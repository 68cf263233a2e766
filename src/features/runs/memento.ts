import type { RunsMemento, RunsStatus } from '../../shared/runs.ts';
import { isRecord } from '../../collections/is-record.ts';

/** What a page kept of its own, if it is what this version of Loopwise can read. */
export function readMemento(own: unknown): RunsMemento | undefined {
  if (!isRecord(own) || own['version'] !== 4) return undefined;
  const { status } = own;
  if (!isRecord(status) || typeof status['series'] !== 'number') return undefined;
  return own as unknown as RunsMemento;
}

/** Nothing runs by being restored: what was running is over. */
export function restoredStatus(status: RunsStatus): RunsStatus {
  if (status.kind === 'finished') return status;
  const { series, mode } = status;
  return { kind: 'idle', series, mode };
}

import type { RunRecord } from '../../shared/predict.ts';
import { reasonsShown } from './shown-reasons.ts';

/** As JSON, in characters: VS Code writes what pages store to disk, and the page at each change. */
const mostStored = 200_000;

const stored = new WeakMap<RunRecord, RunRecord>();

/** What of a record is stored with the page: of one that is too big, what it explains. */
export function storableRecord(record: RunRecord): RunRecord {
  let found = stored.get(record);
  if (!found) stored.set(record, (found = cut(record)));
  return found;
}

function cut(record: RunRecord): RunRecord {
  const { recording, questions } = record;
  if (!recording || JSON.stringify(record).length <= mostStored) return record;
  const { run, explanations } = recording;
  const pairs = explanations.pairs.slice(0, reasonsShown);
  return { explained: { run, explanations: { ...explanations, pairs } }, questions };
}

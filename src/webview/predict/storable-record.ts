import type { RunRecord } from '../../shared/predict.ts';
import type { Misconception, WrongPair } from '../../shared/timeline.ts';
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
  const wrong = explanations.wrong && withoutTimeline(explanations.wrong);
  return { explained: { run, explanations: { pairs, ...(wrong && { wrong }) } }, questions };
}

/** What a belief imagines is as big as the recording, and is compared with it. */
function withoutTimeline({ misconception, ...wrong }: WrongPair): WrongPair {
  return misconception ? { ...wrong, misconception: withoutImagined(misconception) } : wrong;
}

const withoutImagined = ({ imagined: _, ...rest }: Misconception): Misconception => rest;

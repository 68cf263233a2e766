import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Trace } from '../../../src/trace/model.ts';

const folder = join(import.meta.dirname, '../../fixtures/traces');

export interface RecordedRun {
  readonly file: string;
  readonly code: string;
  readonly trace: Trace;
}

/** Traces of real runs. */
export function recordedRuns(): RecordedRun[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RecordedRun);
}

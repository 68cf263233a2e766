import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../../src/bank/material.ts';
import { parseProblem } from '../../../src/bank/parse-material.ts';

/** A folder for each practice problem. */
export const problems = join(import.meta.dirname, '../../../material/practice');

/** A practice problem as the build reads it. */
export function realProblem(id: string): Problem {
  const read = (name: string): string => readFileSync(join(problems, id, name), 'utf8');
  const code = new Map(
    ['start.mjs', 'solution.mjs', 'tests.mjs'].map((name) => [name, read(name)]),
  );
  const file = { file: 'problem.md', text: read('problem.md'), id, folder: id, code };
  const { value } = parseProblem(file, () => true);
  assert.ok(value, id);
  return value;
}

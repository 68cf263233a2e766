import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureNodes } from '../../../scripts/nodes.mts';
import type { Major } from '../../../scripts/nodes.mts';
import type { ModuleKind } from '../../../src/bank/model.ts';

/** Code and how Node loads it. */
export interface Code {
  readonly kind: ModuleKind;
  readonly code: string;
}

const child = join(import.meta.dirname, '../../fixtures/drill/run-in-turn.cjs');

/**
 * What programs print on a real Node, which runs them one after the other in one process: starting one
 * for each of thousands would take hours. They begin as a script begins, see the child's own words.
 */
export async function runInTurn(major: Major, programs: readonly Code[]): Promise<string[][]> {
  const nodes = await ensureNodes();
  const folder = await mkdtemp(join(tmpdir(), 'loopwise-drill-'));
  try {
    const files = programs.map(({ kind }, at) => join(folder, `${at}.${kind}`));
    await Promise.all(files.map((file, at) => writeFile(file, programs[at]?.code ?? '')));
    const list = join(folder, 'list.json');
    await writeFile(list, JSON.stringify(files));
    const { stdout } = await promisify(execFile)(nodes[major], [child, list], {
      maxBuffer: 2 ** 26,
    });
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as string[]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { runOnServer } from '../scripts/lib/suite-on-server.mts';
import type { ActivationTimes } from './activation-suite.ts';
import { median } from './median.ts';
import { buildSuite } from './build-suite.ts';

const starts = 6;
const ours = 'loopwise.loopwise';
const empty = 'loopwise.loopwise-bench-empty';
const first = 'loopwise.loopwise-bench-host';
const here = import.meta.dirname;

export interface ActivationResult {
  readonly activationMs: number;
  readonly emptyActivationMs: number;
  readonly activationAboveEmptyMs: number;
  readonly activationWorkAboveEmptyMs: number;
}

/**
 * Activation of the packaged extension and of one that does nothing, in fresh windows. A
 * third one goes before them, since the first one of a window pays for what all need.
 * @param folder where working files may go
 */
export async function measureActivation(vsix: string, folder: string): Promise<ActivationResult> {
  const emptyVsix = join(folder, 'empty.vsix');
  await createVSIX({
    cwd: join(here, 'empty-extension'),
    packagePath: emptyVsix,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  const tests = join(folder, 'suite');
  await buildSuite('activation-suite', tests);
  const rounds: Record<string, ActivationTimes>[] = [];
  for (let round = 0; round < starts; round++) {
    const file = join(folder, `activation-${round}.json`);
    const extensions = [first, ...(round % 2 === 0 ? [ours, empty] : [empty, ours])];
    const code = await runOnServer({
      // The window under test needs some extension in development to run a suite.
      extension: join(here, 'host-extension'),
      tests,
      workspace: join(here, '..', 'test', 'fixtures', 'sample-workspace'),
      env: { LOOPWISE_BENCH: JSON.stringify({ extensions, file }) },
      mark: 'bench: ',
      limit: 120_000,
      vsixes: [vsix, emptyVsix],
    });
    if (code !== 0) throw new Error('The extensions could not be activated.');
    rounds.push(JSON.parse(await readFile(file, 'utf8')) as (typeof rounds)[number]);
  }
  const medianOf = (id: string, what: keyof ActivationTimes): number =>
    median(rounds.map((times) => times[id]?.[what] ?? NaN));
  const [activationMs, emptyActivationMs] = [medianOf(ours, 'ms'), medianOf(empty, 'ms')];
  return {
    ...{ activationMs, emptyActivationMs },
    activationAboveEmptyMs: activationMs - emptyActivationMs,
    activationWorkAboveEmptyMs: medianOf(ours, 'workMs') - medianOf(empty, 'workMs'),
  };
}

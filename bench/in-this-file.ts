import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runOnServer } from '../scripts/lib/suite-on-server.mts';
import { buildSuite } from './build-suite.ts';

const here = import.meta.dirname;

/** Of a file of 5,000 lines, in milliseconds. */
export interface InThisFileResult {
  /** With a thread that has to start, and nothing that was read. */
  readonly hoverUnreadMs: number;
  /** As in the editor: the file was opened before the pointer came to rest. */
  readonly hoverFirstMs: number;
  readonly hoverLaterMs: number;
  /** How long the thread of the host works after a key press. */
  readonly keyPressHostMs: number;
}

/** @param folder where working files may go */
export async function measureInThisFile(vsix: string, folder: string): Promise<InThisFileResult> {
  const tests = join(folder, 'in-this-file');
  await buildSuite('in-this-file-suite', tests);
  const file = join(folder, 'in-this-file.json');
  const source = join(here, '..', 'node_modules', 'express5', 'lib', 'response.js');
  const code = await runOnServer({
    // The window under test needs some extension in development to run a suite.
    extension: join(here, 'host-extension'),
    tests,
    workspace: join(here, '..', 'test', 'fixtures', 'sample-workspace'),
    env: { LOOPWISE_BENCH: JSON.stringify({ file, source }) },
    mark: 'bench: ',
    limit: 300_000,
    vsixes: [vsix],
  });
  if (code !== 0) throw new Error('The hovers could not be measured.');
  return JSON.parse(await readFile(file, 'utf8')) as InThisFileResult;
}

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ensureNodes } from '../../../scripts/nodes.mts';
import { runAndRecord } from '../../../src/features/subject/run-and-record.ts';
import { workHere } from '../../../src/features/threads/work-here.ts';
import { realNodes } from '../bank/real-runs.ts';
import type { RealNodes } from '../bank/real-runs.ts';
import { program } from '../runs/runs-world.ts';

/** Programs that print what async_hooks know, which a recording takes part in. */
const programs = {
  'ids of async_hooks': `const { executionAsyncId, triggerAsyncId } = require('node:async_hooks');
setTimeout(() => console.log('timer', executionAsyncId(), triggerAsyncId()), 1);
Promise.resolve().then(() => console.log('job', executionAsyncId(), triggerAsyncId()));`,
  'enterWith through await': `const { AsyncLocalStorage } = require('node:async_hooks');
const storage = new AsyncLocalStorage();
async function main() {
  storage.enterWith('outer');
  await Promise.resolve().then(() => storage.enterWith('inner'));
  console.log(storage.getStore());
}
main();`,
};

describe('The run that a prediction is judged by', function () {
  this.timeout(60_000);
  let nodes: RealNodes;
  let folder: string;
  before(async () => {
    nodes = await realNodes();
    folder = await mkdtemp(join(tmpdir(), 'loopwise-values-'));
  });
  after(async () => {
    await nodes.remove();
    await rm(folder, { recursive: true });
  });

  for (const [name, code] of Object.entries(programs)) {
    it(`prints the same values as \`node file\` on every Node: ${name}`, async () => {
      const paths = await ensureNodes();
      const file = join(folder, 'main.cjs');
      await writeFile(file, code);
      for (const major of nodes.majors) {
        const { stdout } = await promisify(execFile)(paths[major], [file]);
        const run = ({ trace = true }) => nodes.run(major, 'cjs', code, undefined, trace);
        const { judged, recorded } = await runAndRecord(
          program(code),
          { run, work: workHere },
          new AbortController().signal,
        );
        const texts = judged.lines.map(({ text }) => text);
        assert.deepEqual(texts, stdout.trimEnd().split('\n'), `Node ${major}`);
        assert.notEqual(recorded, judged);
      }
    });
  }
});

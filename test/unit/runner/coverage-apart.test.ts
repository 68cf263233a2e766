import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRunsSession } from '../../../src/features/runs/runs-session.ts';
import type { Series } from '../../../src/features/runs/runs-session.ts';
import { runAndRecord } from '../../../src/features/subject/run-and-record.ts';
import { workHere } from '../../../src/features/threads/work-here.ts';
import type { RunRequest } from '../../../src/runner/model.ts';
import { inRoot } from '../../../scripts/lib/paths.mts';
import { program, result, world as runsWorld } from '../runs/runs-world.ts';
import { useRunWorld } from './run-world.ts';

/** Not where the runs have theirs. */
const temporary = tmpdir();

/** It shifts the odds of races (see docs/decisions.md). */
describe("V8's coverage", () => {
  const world = useRunWorld();
  const before = process.env['NODE_V8_COVERAGE'];
  let folder = '';

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(temporary, 'host-coverage-')));
    // Whoever measures the editor itself has it set.
    process.env['NODE_V8_COVERAGE'] = folder;
  });
  afterEach(async () => {
    if (before === undefined) delete process.env['NODE_V8_COVERAGE'];
    else process.env['NODE_V8_COVERAGE'] = before;
    await rm(folder, { recursive: true, force: true });
  });

  /** What a process was started with, whatever it has deleted from its environment since. Linux only. */
  const asks = `console.log(require('node:fs').readFileSync('/proc/self/environ', 'utf8').includes('NODE_V8_COVERAGE='));`;
  const code = process.platform === 'linux' ? asks : `console.log(false);`;

  for (const [name, run] of Object.entries({
    'a run that is recorded': () => world.run(code),
    'a run that judges or counts': () => world.run(code, { trace: false }),
    'a run in a Node.js that waited': () => world.runWarm(code, { trace: false }),
  })) {
    it(`is off in ${name}`, async () => {
      const { lines, coverage } = await run();
      assert.deepEqual(
        lines.map(({ text }) => text),
        ['false'],
      );
      assert.equal(coverage, undefined);
      // Node.js writes there when its process ends.
      assert.deepEqual(await readdir(folder), []);
    });
  }

  it('is on in the run that asks for it', async () => {
    const { lines, coverage } = await world.run(code, { coverage: true });
    assert.equal(lines[0]?.text, String(process.platform === 'linux'));
    assert.deepEqual(coverage?.files[0]?.ran, [1]);
    assert.deepEqual(await readdir(folder), []);
  });

  it('is asked for by no run that judges, explains or counts', async () => {
    const requests: RunRequest[] = [];
    const run = (request: RunRequest) => {
      requests.push(request);
      return Promise.resolve(result(['a']));
    };
    const { signal } = new AbortController();
    await runAndRecord(program("console.log('a');"), { run, work: workHere }, signal);
    const series: Series[] = [{ mode: 'many', count: 3 }, { mode: 'everywhere' }];
    for (const one of series) {
      const counted = runsWorld(run);
      const idle = { kind: 'idle', series: 0, mode: one.mode } as const;
      await createRunsSession(program('1'), counted, idle).start(one);
    }
    assert.ok(requests.length >= 6, String(requests.length));
    assert.deepEqual([...new Set(requests.map(({ coverage }) => coverage))], [undefined]);
  });

  it('is asked for in one place, which shows which lines ran', async () => {
    const files = await readdir(inRoot('src'), { recursive: true });
    const asking: string[] = [];
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      const text = await readFile(inRoot('src', file), 'utf8');
      if (/\bcoverage: true\b(?!;)/.test(text)) asking.push(file.replaceAll('\\', '/'));
    }
    assert.deepEqual(asking, ['features/inline/ran-lines.ts']);
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { createRunner } from '../../src/runner/runner.lazy.ts';
import type { Runner } from '../../src/runner/runner.lazy.ts';
import type { NodePlaces } from '../../src/runner/node-candidates.ts';

/** The program that runs this host: a Node.js of VS Code's server, or its desktop build as one. */
describe("VS Code's own Node.js", () => {
  let empty = '';
  let runner: Runner;

  before(async () => {
    const ours = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(ours);
    empty = await mkdtemp(join(tmpdir(), 'no-node-'));
    runner = createRunner({ childFolder: join(ours.extensionPath, 'dist', 'child') }, empty);
  });

  after(async () => {
    runner.dispose();
    await rm(empty, { recursive: true });
  });

  /** A machine on which no Node.js is installed that may be used: nothing on the PATH, and no setting. */
  const places = (): NodePlaces => ({
    ...{ setting: '', env: { PATH: empty }, home: empty, platform: process.platform },
    // Those of the system are looked for all the same.
    untrusted:
      process.platform === 'win32'
        ? ['C:\\Program Files', 'C:\\Program Files (x86)']
        : ['/usr', '/bin', '/opt', '/snap'],
    editor: { path: process.execPath, electron: process.versions.electron !== undefined },
  });

  it('is what runs code where there is no other, and it is recorded as anywhere', async () => {
    const runtime = await runner.choose(places());
    assert.deepEqual([runtime.origin, runtime.path], ['editor', process.execPath]);
    assert.equal(runtime.version, process.versions.node);
    const code = `setTimeout(() => console.log('timer', process.versions.node), 1);
process.nextTick(() => console.log('tick'));
console.log('script');
`;
    for (const kind of ['cjs', 'mjs'] as const) {
      const { lines, trace, ended, exitCode } = await runner.run({ code, kind }, runtime, false);
      assert.deepEqual(
        lines.map(({ text }) => text),
        ['script', 'tick', `timer ${process.versions.node}`],
      );
      assert.deepEqual([ended, exitCode], ['exit', 0]);
      const phases = trace?.lines.map(({ callback = -1 }) => trace.callbacks[callback]?.phase);
      assert.deepEqual(phases, ['main', 'nextTick', 'timers']);
    }
  });

  it('is in the list to choose from, as the last one', async () => {
    const { runtimes } = await runner.find(places());
    assert.deepEqual(
      runtimes.map(({ origins }) => origins),
      [['editor']],
    );
  });
});

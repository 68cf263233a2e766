import assert from 'node:assert/strict';
import { mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createAskNode } from '../../../src/runner/ask-node.ts';
import { chooseRuntime, findNodes } from '../../../src/runner/find-node.ts';
import type { NodePlaces } from '../../../src/runner/node-candidates.ts';
import { gone } from './gone.ts';
import { ensureNode } from '../../../scripts/nodes.mts';

describe('A Node in a workspace that is not trusted', () => {
  it('is not even asked for its version, by whatever way it is found', async () => {
    const workspace = await realpath(await mkdtemp(join(tmpdir(), 'loopwise-workspace-')));
    const outside = await mkdtemp(join(tmpdir(), 'loopwise-outside-'));
    try {
      const mark = join(outside, 'was-run');
      await writeFile(join(workspace, 'node'), `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 });
      await symlink(join(workspace, 'node'), join(outside, 'node'));
      await symlink(workspace, join(outside, 'link'));
      const places: NodePlaces = {
        setting: join(workspace, 'node'),
        env: { PATH: [workspace, outside, join(outside, 'link')].join(delimiter) },
        home: outside,
        platform: process.platform,
        untrusted: [join(outside, 'link')],
      };
      const { refused } = await findNodes(places, createAskNode({}, outside));
      const ours = refused.filter(
        ({ path }) => path.startsWith(workspace) || path.startsWith(outside),
      );
      assert.equal(ours.length, 3);
      for (const { problem } of ours) assert.deepEqual(problem, { kind: 'notTrusted' });
      await assert.rejects(chooseRuntime(places, createAskNode({}, outside)), {
        name: 'NoNodeError',
        tried: [{ path: places.setting, problem: { kind: 'notTrusted' } }],
      });
      await assert.rejects(realpath(mark), { code: 'ENOENT' });
    } finally {
      await rm(workspace, { recursive: true });
      await rm(outside, { recursive: true });
    }
  });
});

describe('A program that is asked whether it is Node', () => {
  it('leaves no process when it hangs', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loopwise-shim-'));
    try {
      const path = join(folder, 'node');
      await writeFile(path, `#!/bin/sh\nsleep 1000 &\necho $! > '${folder}/pid'\nwait\n`, {
        mode: 0o755,
      });
      const answer = await createAskNode(
        { PATH: process.env.PATH },
        folder,
        1000,
      )({ path, electron: false });
      assert.deepEqual(answer, { kind: 'broken', problem: { kind: 'late' } });
      await gone(Number(await readFile(join(folder, 'pid'), 'utf8')));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('needs no home folder', async () => {
    const path = await ensureNode('24');
    const answer = await createAskNode({}, '/nowhere/at/all')({ path, electron: false });
    assert.equal(answer.kind, 'node');
  });
});

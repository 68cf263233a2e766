import assert from 'node:assert/strict';
import { createWork, inTimeOr } from '../../../src/features/threads/work.ts';
import { workHere } from '../../../src/features/threads/work-here.ts';
import { bundleWorker } from './bundle-worker.ts';

describe('work in another thread', function () {
  this.timeout(60_000);
  const worker = bundleWorker(
    new URL('../../../src/features/threads/work.worker.ts', import.meta.url),
  );
  const work = createWork(worker.script);
  after(() => {
    work.dispose();
    worker.remove();
  });

  it('comes to what it comes to here', async () => {
    const code = 'await null;\nimport fs from "node:fs";';
    for (const { do: ask } of [work, workHere]) {
      assert.equal(await ask('isModuleSyntax', code), true);
      assert.equal(await ask('mayRunTwice', code), true);
      assert.deepEqual(await ask('obstacleAs', 'cjs', code), { kind: 'uses', what: 'import' });
    }
    const line = { stream: 'stdout', text: 'a' } as const;
    const program = { code: '', kind: 'cjs', actual: [line], truncated: false } as const;
    assert.deepEqual(await work.do('judgeProgram', program, ['a']), { kind: 'exact' });
  });

  it('leaves this thread free, whatever the code', async () => {
    const code = '{const a = (1 + 2) * 3 / 4;}\n'.repeat(3_300);
    let turns = 0;
    const turn = setInterval(() => turns++, 1);
    try {
      await work.do('obstacleAs', 'mjs', code);
    } finally {
      clearInterval(turn);
    }
    assert.ok(turns > 0);
  });

  it('is given up when it takes too long, and what is worth less is left out', async () => {
    const hurried = createWork(worker.script, { patience: 1, idle: 60_000 });
    try {
      const code = '{const a = (1 + 2) * 3 / 4;}\n'.repeat(3_300);
      await assert.rejects(hurried.do('obstacleAs', 'mjs', code), { name: 'TookTooLong' });
      assert.equal(await inTimeOr(hurried.do('obstacleAs', 'mjs', code), 'none'), 'none');
    } finally {
      hurried.dispose();
    }
  });

  it('tells what went wrong', async () => {
    await assert.rejects(
      inTimeOr(work.do('alignLines', null as never, [], { kind: 'exact' }, false), []),
    );
  });
});

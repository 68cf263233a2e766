import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Thread, ThreadTimes } from '../../../src/features/threads/thread.ts';
import { createThread, TookTooLong } from '../../../src/features/threads/thread.ts';
import { bundleWorker } from './bundle-worker.ts';

interface Echo {
  readonly request: string;
  readonly asked: number;
  readonly data: unknown;
}

describe('a thread', () => {
  const worker = bundleWorker(new URL('echo.worker.ts', import.meta.url));
  let thread: Thread<string, Echo>;

  const create = (times: Partial<ThreadTimes> = {}): void => {
    thread = createThread(worker.script, { seed: 7 }, { patience: 60_000, ...times });
  };
  afterEach(() => {
    thread.dispose();
    mock.timers.reset();
  });
  after(() => worker.remove());

  it('answers each request, with its data', async () => {
    create();
    const answers = await Promise.all(['a', 'b'].map((request) => thread.ask(request)));
    assert.deepEqual(answers, [
      { request: 'a', asked: 1, data: { seed: 7 } },
      { request: 'b', asked: 2, data: { seed: 7 } },
    ]);
  });

  it('tells who asked what went wrong, and goes on', async () => {
    create();
    await assert.rejects(thread.ask('fail'), /It could not be done/);
    assert.equal((await thread.ask('next')).asked, 2);
  });

  it('fails whoever waits when it ends, and begins again with the next request', async () => {
    create();
    const results = await Promise.allSettled([thread.ask('end'), thread.ask('behind it')]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    assert.equal((await thread.ask('next')).asked, 1);
  });

  it('fails whoever waits when it is not needed any more', async () => {
    create();
    const waiting = thread.ask('late');
    thread.dispose();
    await assert.rejects(waiting, /no longer needed/);
  });

  it('is ended when it hangs, tells at what, and begins again', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    create({ patience: 60_000 });
    const hung = thread.ask('hang');
    // Behind the sign, and before the loop begins.
    await thread.ask('goes on');
    const behind = thread.ask('end');
    mock.timers.tick(60_000);
    await assert.rejects(hung, (error: Error) => {
      assert.ok(error instanceof TookTooLong);
      assert.equal(error.at, 'an endless loop');
      return true;
    });
    await assert.rejects(behind, TookTooLong);
    assert.equal((await thread.ask('next')).asked, 1);
  });

  it('has time anew with each sign of life', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    create({ patience: 60_000 });
    let settled = false;
    const slow = thread.ask('hang').finally(() => (settled = true));
    mock.timers.tick(59_999);
    await thread.ask('goes on');
    mock.timers.tick(59_999);
    assert.equal(settled, false);
    mock.timers.tick(1);
    await assert.rejects(slow, TookTooLong);
  });

  it('forgets when nobody asks for a while', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    create({ idle: 1_000 });
    assert.equal((await thread.ask('first')).asked, 1);
    mock.timers.tick(999);
    assert.equal((await thread.ask('in time')).asked, 2);
    mock.timers.tick(1_000);
    assert.equal((await thread.ask('late')).asked, 1);
  });
});

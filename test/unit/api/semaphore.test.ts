import assert from 'node:assert/strict';
import { createSemaphore } from '../../../src/features/api/semaphore.ts';

describe('A semaphore', () => {
  const { signal } = new AbortController();

  it('lets no more work at the same time than they may, the others in their order', async () => {
    const semaphore = createSemaphore(2);
    const ends: (() => void)[] = [];
    const begun: number[] = [];
    const all = [0, 1, 2, 3].map((number) =>
      semaphore.run(signal, () => {
        begun.push(number);
        return new Promise<void>((resolve) => (ends[number] = resolve));
      }),
    );
    await Promise.resolve();
    assert.deepEqual(begun, [0, 1]);
    ends[1]?.();
    await all[1];
    await new Promise(setImmediate);
    assert.deepEqual(begun, [0, 1, 2]);
    ends[0]?.();
    await all[0];
    await new Promise(setImmediate);
    ends[2]?.();
    ends[3]?.();
    await Promise.all(all);
    assert.deepEqual(begun, [0, 1, 2, 3]);
  });

  it('goes on after work that fails', async () => {
    const semaphore = createSemaphore(1);
    await assert.rejects(
      semaphore.run(signal, () => Promise.reject(new Error('failed'))),
      /failed/,
    );
    assert.equal(await semaphore.run(signal, () => Promise.resolve('next')), 'next');
  });

  it('keeps nobody waiting who was aborted', async () => {
    const semaphore = createSemaphore(1);
    let end = (): void => undefined;
    const first = semaphore.run(signal, () => new Promise<void>((resolve) => (end = resolve)));
    const controller = new AbortController();
    const second = semaphore.run(controller.signal, () =>
      Promise.resolve(controller.signal.aborted),
    );
    controller.abort();
    assert.equal(await second, true);
    end();
    await first;
    assert.equal(await semaphore.run(signal, () => Promise.resolve('free')), 'free');
  });
});

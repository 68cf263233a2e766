import assert from 'node:assert/strict';
import { createTurns } from '../../../src/features/api/turns.ts';

describe('Turns', () => {
  const { signal } = new AbortController();

  it('lets no more work at the same time than they may, the others in their order', async () => {
    const turns = createTurns(2);
    const ends: (() => void)[] = [];
    const begun: number[] = [];
    const all = [0, 1, 2, 3].map((number) =>
      turns.take(signal, () => {
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
    const turns = createTurns(1);
    await assert.rejects(
      turns.take(signal, () => Promise.reject(new Error('failed'))),
      /failed/,
    );
    assert.equal(await turns.take(signal, () => Promise.resolve('next')), 'next');
  });

  it('keeps nobody waiting who was aborted', async () => {
    const turns = createTurns(1);
    let end = (): void => undefined;
    const first = turns.take(signal, () => new Promise<void>((resolve) => (end = resolve)));
    const controller = new AbortController();
    const second = turns.take(controller.signal, () => Promise.resolve(controller.signal.aborted));
    controller.abort();
    assert.equal(await second, true);
    end();
    await first;
    assert.equal(await turns.take(signal, () => Promise.resolve('free')), 'free');
  });
});

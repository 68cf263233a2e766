import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { pack, unpack } from '../../../src/features/threads/parcel.ts';
import type { Parcel } from '../../../src/features/threads/parcel.ts';

/** Through a channel, as between two threads. */
async function sent(value: unknown): Promise<Parcel> {
  const { parcel, transfer } = await pack(value);
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(parcel, transfer);
  const { message } = receiveMessageOnPort(port2) as { readonly message: Parcel };
  port1.close();
  return message;
}

describe('a parcel', () => {
  const numbers = Array.from({ length: 10_000 }, (_, at) => ({ at }));
  const trace = {
    args: [{ entry: 'cjs', steps: numbers, lines: [1, 2], whole: true }, 'text', undefined],
  };

  it('brings what was sent, whether it went in one piece or not', async () => {
    for (const value of [undefined, 7, 'text', [], [1, [2]], new Map([[1, numbers]]), numbers]) {
      assert.deepEqual(await unpack(await sent(value)), value);
    }
    const before = structuredClone(trace);
    assert.deepEqual(await unpack(await sent(trace)), before);
    assert.deepEqual(trace, before);
  });

  it('has its long lists apart, so that no message is long', async () => {
    const parcel = await sent({ ...trace, answers: numbers });
    assert.ok(JSON.stringify(parcel.value).length < 200);
    assert.equal(parcel.lists?.length, 2);
    let [elements, longest] = [0, 0];
    for (;;) {
      const received = parcel.port && receiveMessageOnPort(parcel.port);
      if (!received) break;
      const part = received.message as { readonly elements: readonly unknown[] };
      elements += part.elements.length;
      longest = Math.max(longest, part.elements.length);
    }
    parcel.port?.close();
    assert.equal(elements, 2 * numbers.length);
    assert.ok(longest <= 500, String(longest));
  });

  it('is posted without waiting where it is small', () => {
    assert.ok(!(pack({ args: ['small'] }) instanceof Promise));
    assert.ok(pack(numbers) instanceof Promise);
  });

  it('lets others have the thread while it is packed and unpacked', async () => {
    // A slice is over whenever somebody looks at the clock, however fast the machine is.
    let time = 0;
    const clock = mock.method(performance, 'now', () => (time += 100));
    const lists = [1, 2, 3, 4].map(() => numbers);
    let turns = 0;
    let isDone = false;
    const turn = (): void => {
      turns++;
      if (!isDone) setImmediate(turn);
    };
    setImmediate(turn);
    const parcel = await sent(lists);
    const packed = turns;
    assert.deepEqual(await unpack(parcel), lists);
    isDone = true;
    clock.mock.restore();
    assert.ok(packed > 10, String(packed));
    assert.ok(turns > packed + 10, String(turns));
  });

  it('tells who sends what cannot be sent', async () => {
    const never = Array.from({ length: 1000 }, () => () => undefined);
    await assert.rejects(async () => pack(never), { name: 'DataCloneError' });
  });
});

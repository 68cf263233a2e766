import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, it } from 'node:test';

const { saveAll } = await import(process.env.LOOPWISE_PRACTICE ?? './start.mjs');

describe('repair-for-each', () => {
  it('returns the ids, in order', async () => {
    const save = async ({ id }) => (await turn(), id);
    assert.deepEqual(await saveAll([{ id: 3 }, { id: 1 }], save), [3, 1]);
  });

  it('saves them one after the other', async () => {
    const log = [];
    const save = async ({ id }) => {
      log.push(`begin ${id}`);
      await turn();
      log.push(`end ${id}`);
      return id;
    };
    await saveAll([{ id: 1 }, { id: 2 }], save);
    assert.deepEqual(log, ['begin 1', 'end 1', 'begin 2', 'end 2']);
  });

  it('rejects with the error, and saves none of the rest', async () => {
    const begun = [];
    const failure = new Error('disk full');
    const save = async ({ id }) => {
      begun.push(id);
      await turn();
      if (id === 2) throw failure;
      return id;
    };
    const told = saveAll([{ id: 1 }, { id: 2 }, { id: 3 }], save);
    await assert.rejects(told, (error) => error === failure);
    await turn();
    assert.deepEqual(begun, [1, 2]);
  });
});

import assert from 'node:assert/strict';
import { createLatest } from '../../../src/features/browse/latest.ts';

describe('Work of which only the newest matters', () => {
  let begun: { readonly item: string; readonly end: () => void; readonly fail: () => void }[];
  let latest: ReturnType<typeof createLatest<string>>;
  const items = (): string[] => begun.map(({ item }) => item);

  beforeEach(() => {
    begun = [];
    latest = createLatest(
      (item: string) =>
        new Promise<void>((resolve, reject) => begun.push({ item, end: resolve, fail: reject })),
    );
  });

  it('begins at once, and leaves out what is outdated when its turn comes', async () => {
    latest.ask('first');
    latest.ask('second');
    latest.ask('third');
    assert.deepEqual(items(), ['first']);
    begun[0]?.end();
    await turn();
    assert.deepEqual(items(), ['first', 'third']);
  });

  it('does not begin what was dropped while it waited', async () => {
    latest.ask('first');
    latest.ask('second');
    latest.drop();
    begun[0]?.end();
    assert.equal(await latest.settled(), true);
    assert.deepEqual(items(), ['first']);
  });

  it('goes on after a failure', async () => {
    latest.ask('first');
    latest.ask('second');
    begun[0]?.fail();
    await turn();
    begun[1]?.end();
    assert.equal(await latest.settled(), true);
    assert.deepEqual(items(), ['first', 'second']);
  });

  it('says whether anything was ever begun', async () => {
    latest.drop();
    assert.equal(await latest.settled(), false);
  });
});

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

import assert from 'node:assert/strict';
import { createLatest } from '../../../src/collections/latest.ts';

describe('Work of which only the newest matters', () => {
  let begun: { readonly item: string; readonly end: () => void; readonly fail: () => void }[];
  let failures: unknown[];
  let latest: ReturnType<typeof createLatest<string>>;
  const items = (): string[] => begun.map(({ item }) => item);

  beforeEach(() => {
    begun = [];
    failures = [];
    latest = createLatest(
      (item: string) =>
        new Promise<void>((resolve, reject) =>
          begun.push({ item, end: resolve, fail: () => reject(new Error(`${item} failed`)) }),
        ),
      (error, item) => failures.push([item, String(error)]),
    );
  });

  it('begins immediately, and leaves out what is outdated when its turn comes', async () => {
    void latest.ask('first');
    void latest.ask('second');
    void latest.ask('third');
    assert.deepEqual(items(), ['first']);
    begun[0]?.end();
    await turn();
    assert.deepEqual(items(), ['first', 'third']);
  });

  it('does not begin what was dropped while it waited', async () => {
    void latest.ask('first');
    void latest.ask('second');
    latest.drop();
    begun[0]?.end();
    assert.equal(await latest.settled(), true);
    assert.deepEqual(items(), ['first']);
  });

  it('tells of a failure and goes on', async () => {
    void latest.ask('first');
    void latest.ask('second');
    begun[0]?.fail();
    await turn();
    begun[1]?.end();
    assert.equal(await latest.settled(), true);
    assert.deepEqual(items(), ['first', 'second']);
    assert.deepEqual(failures, [['first', 'Error: first failed']]);
  });

  it('resolves what was asked for when nothing is left to do', async () => {
    let isDone = false;
    const asked = latest.ask('first').then(() => (isDone = true));
    void latest.ask('second');
    begun[0]?.end();
    await turn();
    assert.equal(isDone, false);
    begun[1]?.end();
    await asked;
  });

  it('says whether anything was ever begun', async () => {
    latest.drop();
    assert.equal(await latest.settled(), false);
  });
});

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

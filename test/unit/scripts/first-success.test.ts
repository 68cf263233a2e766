import assert from 'node:assert/strict';
import { firstSuccess } from '../../../scripts/lib/first-success.mts';
import { quiet } from './quiet.ts';

const fails = (reason: string) => () => Promise.reject(new Error(reason));

describe('Ways to open VS Code', () => {
  it('go on to the next when one cannot be had, and no further than one that works', async () => {
    const said = await quiet(async () => {
      const code = await firstSuccess({
        code: fails('no code'),
        desktop: () => Promise.resolve(3),
        server: fails('not wanted'),
      });
      assert.equal(code, 3);
    });
    assert.deepEqual(said, ['Not with "code": no code']);
  });

  it('tell of each why it did not work', async () => {
    await quiet(async () => {
      const result = await firstSuccess({ code: fails('no code'), server: fails('no npm') });
      assert.deepEqual(result, { tried: ['code: no code', 'server: no npm'] });
    });
  });
});

import assert from 'node:assert/strict';
import { isVerified, readVerified } from '../../../scripts/lib/verified.mjs';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { realBank } from './real-bank.ts';

describe('questions/verified.json', () => {
  it('names every snippet as it is; `npm run verify` adds what is new or has changed', async () => {
    const known = await readVerified(inRoot('questions', 'verified.json'));
    assert.ok(known);
    const { bank } = await realBank();
    const same = bank.snippets.filter((one) => isVerified(known, one)).map(({ id }) => id);
    assert.deepEqual(same.sort(), bank.snippets.map(({ id }) => id).sort());
    assert.deepEqual(Object.keys(known.snippets).sort(), same);
    assert.ok(known.runs.race >= 50 && known.runs.steady >= 5, JSON.stringify(known.runs));
  });
});

import assert from 'node:assert/strict';
import { isVerified, readVerified } from '../../../scripts/lib/verified.mjs';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { realBank } from './real-bank.ts';

describe('questions/verified.json', () => {
  it('names no snippet that has changed since; `npm run verify` adds the new ones', async () => {
    const known = await readVerified(inRoot('questions', 'verified.json'));
    assert.ok(known);
    const { bank } = await realBank();
    const same = new Set(bank.snippets.filter((one) => isVerified(known, one)).map(({ id }) => id));
    assert.deepEqual(
      Object.keys(known.snippets).filter((id) => !same.has(id)),
      [],
    );
    assert.ok(known.runs.race >= 50 && known.runs.steady >= 5, JSON.stringify(known.runs));
  });
});

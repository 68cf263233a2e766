import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { contentOf } from '../../../scripts/lib/verified.mjs';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { realBank } from './real-bank.ts';

describe('questions/verified.json', () => {
  it('holds every snippet of the bank as it stands; `npm run verify` brings it up to date', async () => {
    const text = await readFile(inRoot('questions', 'verified.json'), 'utf8');
    const { runs, snippets } = JSON.parse(text) as {
      runs: { race: number; steady: number };
      snippets: Record<string, string>;
    };
    const { bank } = await realBank();
    assert.deepEqual(
      snippets,
      Object.fromEntries(bank.snippets.map((snippet) => [snippet.id, contentOf(snippet)])),
    );
    assert.ok(runs.race >= 50 && runs.steady >= 5, JSON.stringify(runs));
  });
});

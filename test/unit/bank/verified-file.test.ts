import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { contentOf } from '../../../scripts/lib/verified.mjs';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { realBank } from './real-bank.ts';

describe('questions/verified.json', () => {
  it('names no snippet that has changed since; `npm run verify` adds the new ones', async () => {
    const text = await readFile(inRoot('questions', 'verified.json'), 'utf8');
    const { runs, snippets } = JSON.parse(text) as {
      runs: { race: number; steady: number };
      snippets: Record<string, string>;
    };
    const { bank } = await realBank();
    const now = new Map(bank.snippets.map((snippet) => [snippet.id, contentOf(snippet)]));
    const changed = Object.entries(snippets).filter(([id, content]) => now.get(id) !== content);
    assert.deepEqual(changed, []);
    assert.ok(runs.race >= 50 && runs.steady >= 5, JSON.stringify(runs));
  });
});

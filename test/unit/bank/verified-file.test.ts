import assert from 'node:assert/strict';
import { isVerified, readVerified } from '../../../scripts/lib/verified.mts';
import { inRoot } from '../../../scripts/lib/paths.mts';
import { realSnippets } from './real-bank.ts';
import { realExamples } from './real-examples.ts';

describe('questions/verified.json', () => {
  it('names every snippet as it is; `npm run verify` adds what is new or has changed', async () => {
    const known = await readVerified(inRoot('questions', 'verified.json'));
    assert.ok(known);
    const snippets = await realSnippets();
    const same = snippets.filter((one) => isVerified(known, one)).map(({ id }) => id);
    assert.deepEqual(same.sort(), snippets.map(({ id }) => id).sort());
    assert.deepEqual(Object.keys(known.snippets).sort(), same);
    assert.ok(known.runs.race >= 50 && known.runs.steady >= 5, JSON.stringify(known.runs));
  });

  it('has the mark of every program in an answer, and no other', async () => {
    const known = await readVerified(inRoot('questions', 'verified.json'));
    assert.ok(known);
    const examples = realExamples();
    const marks = new Set(known.examples);
    assert.deepEqual(
      examples.filter(({ content }) => !marks.has(content)).map(({ name }) => name),
      [],
      'not verified as they are',
    );
    const all = new Set(examples.map(({ content }) => content));
    assert.deepEqual(
      known.examples.filter((mark) => !all.has(mark)),
      [],
      'of no page',
    );
  });
});

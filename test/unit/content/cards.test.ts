import assert from 'node:assert/strict';
import { expectedLines, neverPrinted } from '../../../src/bank/decoys.ts';
import { givenAway } from '../../../src/bank/given-away.ts';
import type { Snippet } from '../../../src/bank/model.ts';
import { realBank, realPacks } from '../bank/real-bank.ts';
import { givenAwayOnPurpose } from './cards.ts';

describe('The cards of the snippets', function () {
  this.timeout(60_000);
  let snippets: Snippet[];

  before(async () => {
    const packs = await realPacks();
    snippets = [(await realBank()).bank, ...packs.flatMap(({ bank }) => bank ?? [])].flatMap(
      (bank) => bank.snippets,
    );
  });

  it('do not solve them alone, but for those of the list: write decoys', () => {
    const solved = snippets.flatMap((snippet) => {
      const how = givenAway(snippet);
      return how ? [`${snippet.id}: ${how}`] : [];
    });
    const listed = Object.keys(givenAwayOnPurpose);
    assert.deepEqual(
      solved.filter((line) => !listed.some((id) => line.startsWith(`${id}: `))),
      [],
    );
    // What no longer needs to be on the list leaves it.
    assert.deepEqual(
      listed.filter((id) => !solved.some((line) => line.startsWith(`${id}: `))),
      [],
    );
  });

  it('have decoys that no Node ever prints', () => {
    const wrong = snippets.flatMap((snippet) => {
      const isNever = neverPrinted(expectedLines(snippet));
      const printed = (snippet.decoys ?? []).filter((line) => !isNever(line));
      return printed.map(({ text }) => `${snippet.id}: ${text}`);
    });
    assert.deepEqual(wrong, []);
    assert.ok(snippets.filter(({ decoys }) => decoys).length > snippets.length / 2);
  });
});

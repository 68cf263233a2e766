import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentOf, verifiedOf } from '../../../scripts/lib/verified.mjs';
import { snippet } from '../answer/question.ts';

describe('what the runs of the whole bank have verified', () => {
  let folder: string;
  let file: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopwise-verified-'));
    file = join(folder, 'verified.json');
    const snippets = { [snippet.id]: contentOf(snippet) };
    const content = {
      date: '2026-11-23',
      nodes: ['24.1.0'],
      runs: { steady: 1, race: 1 },
      snippets,
    };
    await writeFile(file, JSON.stringify(content));
  });
  after(() => rm(folder, { recursive: true }));

  it('is claimed of a snippet as it was', async () => {
    const verified = await verifiedOf([{ ...snippet, title: 'Another title' }], file);
    assert.deepEqual(verified, {
      date: '2026-11-23',
      nodes: ['24.1.0'],
      runs: { steady: 1, race: 1 },
      snippets: [snippet.id],
    });
  });

  it('is not claimed any more of one whose code or expectation changed, or of a new one', async () => {
    const changed = [
      { ...snippet, code: `${snippet.code}//` },
      { ...snippet, expect: ['b'] },
      { ...snippet, variants: [{ from: 22, expect: ['b'] }] },
      { ...snippet, id: 'timers/new' },
    ];
    assert.deepEqual((await verifiedOf(changed, file))?.snippets, []);
  });

  it('is nothing before the first time', async () => {
    assert.equal(await verifiedOf([snippet], join(folder, 'none.json')), undefined);
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snippet } from '../../../src/bank/model.ts';
import {
  contentOf,
  contentOfExample,
  verifiedOf,
  withExample,
  withVerified,
} from '../../../scripts/lib/verified.mts';
import { snippet } from '../answer/question.ts';

describe('what the runs of the whole bank have verified', () => {
  let folder: string;
  let file: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopwise-verified-'));
    file = join(folder, 'verified.json');
    const snippets = { [snippet.id]: { content: contentOf(snippet), date: '2026-11-23' } };
    const content = {
      nodes: ['24.1.0'],
      runs: { steady: 1, race: 1 },
      snippets,
      examples: [],
    };
    await writeFile(file, JSON.stringify(content));
  });
  after(() => rm(folder, { recursive: true }));

  it('is claimed of a snippet as it was', async () => {
    const verified = await verifiedOf([{ ...snippet, title: 'Another title' }], file);
    assert.deepEqual(verified, {
      nodes: ['24.1.0'],
      runs: { steady: 1, race: 1 },
      snippets: { [snippet.id]: '2026-11-23' },
    });
  });

  it('is not claimed any more of one whose code or expectation changed, or of a new one', async () => {
    const changed = [
      { ...snippet, code: `${snippet.code}//` },
      { ...snippet, expect: ['b'] },
      { ...snippet, variants: [{ from: 22, expect: ['b'] }] },
      { ...snippet, id: 'timers/new' },
    ];
    assert.deepEqual((await verifiedOf(changed, file))?.snippets, {});
  });

  it('is nothing before the first time', async () => {
    assert.equal(await verifiedOf([snippet], join(folder, 'none.json')), undefined);
  });

  it('is added to the file, which forgets what has changed or is gone', () => {
    const entry = (of: Snippet, date: string) => ({ content: contentOf(of), date });
    const changed = { ...snippet, id: 'timers/changed', code: 'changed' };
    const added = { ...snippet, id: 'timers/added' };
    const known = {
      nodes: ['24.1.0'],
      runs: { steady: 1, race: 1 },
      snippets: {
        [snippet.id]: entry(snippet, '2026-11-23'),
        [changed.id]: entry({ ...changed, code: 'as it was' }, '2026-11-23'),
        'timers/gone': entry(snippet, '2026-11-23'),
      },
      examples: [],
    };
    assert.deepEqual(withVerified(known, [snippet, changed, added], added, '2026-11-28'), {
      ...known,
      snippets: {
        [added.id]: entry(added, '2026-11-28'),
        [snippet.id]: entry(snippet, '2026-11-23'),
      },
    });
  });

  it('has a mark for an example that depends on all that decides whether it is right', () => {
    const fence = {
      kind: 'run',
      module: 'cjs',
      code: 'console.log(1);',
      permissions: [],
      output: '1\n',
      unknown: [],
      line: 3,
      end: 9,
    } as const;
    const others = [
      { ...fence, module: 'mjs' as const },
      { ...fence, code: 'console.log(2);' },
      { ...fence, permissions: ['net' as const] },
      { ...fence, output: '2\n' },
    ];
    const marks = new Set([fence, ...others].map(contentOfExample));
    assert.equal(marks.size, 5);
    const moved = { ...fence, line: 30, end: 36 };
    assert.ok(marks.has(contentOfExample(moved)));
  });

  it('forgets an example that no page has any longer', () => {
    const known = {
      nodes: [],
      runs: { steady: 1, race: 1 },
      snippets: {},
      examples: ['b', 'gone'],
    };
    assert.deepEqual(withExample(known, new Set(['a', 'b']), 'a').examples, ['a', 'b']);
  });
});

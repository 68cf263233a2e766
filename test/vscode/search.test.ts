import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { searchItems } from '../../src/features/browse/search-items.ts';
import type { SearchIndex, SearchResult } from '../../src/features/browse/search-items.ts';
import { createSearchThread } from '../../src/features/services/search-thread.ts';
import { createBankService } from '../../src/features/services/bank-service.ts';
import type { LoadedBank } from '../../src/features/services/services.ts';
import { createStudyWorld } from './study-world.ts';

describe('The search box', () => {
  let world: ReturnType<typeof createStudyWorld>;
  let bank: LoadedBank;
  let index: SearchIndex;

  before(async () => {
    const extension = vscode.extensions.getExtension('loopwise.loopwise');
    assert.ok(extension);
    const { extensionUri } = extension;
    bank = await createBankService(extensionUri).load();
    world = createStudyWorld();
    const progress = await world.window().load();
    const script = vscode.Uri.joinPath(extensionUri, 'dist/lazy/search.worker.js').fsPath;
    const search = createSearchThread(
      script,
      bank,
      () => '',
      () => undefined,
    );
    index = { bank, progress, isDue: () => false, search };
    await search.complete;
  });
  after(() => {
    index.search.dispose();
    world.dispose();
  });

  const find = async (text: string): Promise<SearchResult> => {
    const found = await searchItems(text, index);
    assert.ok(found);
    return found;
  };
  const targets = ({ items }: SearchResult) => items.map(({ target }) => target);

  it('lists questions alone before anything is typed', async () => {
    const { items, count } = await find('');
    assert.equal(count, bank.questions.length);
    assert.ok(items.every(({ target }) => target.kind === 'question'));
  });

  it('finds a snippet by its title, its id and its code, and says that it is one', async () => {
    const snippet = bank.bank.snippets.find(({ kind }) => kind === 'mjs');
    assert.ok(snippet);
    const own = { kind: 'snippet', id: snippet.id };
    assert.deepEqual(targets(await find(snippet.id))[0], own);
    const { items } = await find(snippet.title);
    const item = items.find(({ target }) => target.kind === 'snippet' && target.id === snippet.id);
    assert.match(item?.description ?? '', /^Snippet · ES module · \w+ · Not tried$/);
    const byCode = await find('type:snippet setImmediate');
    const [first] = byCode.items;
    assert.match(`${first?.label} ${first?.detail}`, /setImmediate/i);
    assert.ok(byCode.items.every(({ target }) => target.kind === 'snippet'));
  });

  it('finds "back pressure" as backpressure', async () => {
    for (const text of ['back pressure', 'back-pressure', 'BackPressure']) {
      const [first] = targets(await find(text));
      assert.deepEqual(first, { kind: 'question', id: 'backpressure' }, text);
    }
  });

  it('offers the filters that exist for one that does not, and searches by the chosen one', async () => {
    for (const [text, first] of [
      ['timers level:foo', 'timers level:junior '],
      ['lvl:senior timers', 'level:senior timers '],
      ['topic:stream-things', undefined],
      ['difficulty:devlish', 'difficulty:devilish '],
    ] as const) {
      const found = await find(text);
      assert.ok(found.unknown?.meant && found.items.length > 1, text);
      assert.equal(found.count, 0);
      const [target] = targets(found);
      assert.ok(target?.kind === 'filter');
      if (first !== undefined) assert.equal(target.query, first);
      const next = await find(target.query);
      assert.equal(next.unknown, undefined, target.query);
      assert.ok(next.count > 0, target.query);
    }
  });

  it('searches for what only looks like a filter, and tells of it', async () => {
    const found = await find('foo:bar backpressure');
    assert.deepEqual([found.unknown?.typed, found.unknown?.meant], ['foo:bar', undefined]);
    assert.ok(targets(found).some((target) => target.kind !== 'filter'));
  });

  it('filters snippets by difficulty, and by the topic of their question', async () => {
    const { items, count } = await find('difficulty:devilish topic:event-loop');
    const wanted = bank.bank.snippets.filter(
      ({ difficulty, question }) =>
        difficulty === 'devilish' && bank.question(question)?.topic === 'event-loop',
    );
    assert.ok(wanted.length > 0);
    assert.equal(count, wanted.length);
    assert.ok(items.every(({ target }) => target.kind === 'snippet'));
  });
});

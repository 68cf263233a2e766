import assert from 'node:assert/strict';
import { loadBankFolder } from '../../../src/bank/bank-folder.ts';
import type { Question } from '../../../src/bank/model.ts';
import type { SearchHit } from '../../../src/bank/search.ts';
import type { SearchThread } from '../../../src/features/services/search-thread.ts';
import { createSearchThread } from '../../../src/features/services/search-thread.ts';
import type { LoadedBank } from '../../../src/features/services/services.ts';
import { goodFolder } from '../bank/temporary-bank.ts';
import { bundleWorker } from '../threads/bundle-worker.ts';

/** Enough to be told once that there is more. */
const many = 1_040;

describe('a search in another thread', function () {
  this.timeout(30_000);
  const worker = bundleWorker(
    new URL('../../../src/features/services/search.worker.ts', import.meta.url),
  );
  const notes = new Map<string, string>();
  let bank: LoadedBank;
  let search: SearchThread;
  let grown: number;

  before(async () => {
    const { bank: good } = await loadBankFolder(goodFolder);
    const [question] = good.questions;
    assert.ok(question);
    const questions = Array.from({ length: many }, (_, index): Question => ({
      ...question,
      id: `q${index}`,
      title: `Unicorn ${1_000 + index}`,
    }));
    bank = {
      bank: { ...good, questions },
      questions,
      topic: () => undefined,
      question: (id) => questions.find((one) => one.id === id),
      snippet: () => undefined,
    };
  });
  beforeEach(() => {
    notes.clear();
    grown = 0;
    search = createSearchThread(
      worker.script,
      bank,
      (id) => notes.get(id) ?? '',
      () => grown++,
    );
  });
  afterEach(() => search.dispose());
  after(() => worker.remove());

  const ids = (hits: readonly SearchHit[] | undefined) =>
    hits?.map(({ id }) => id.replace('question:', ''));

  it('finds everything once it is complete', async () => {
    await search.complete;
    assert.equal((await search.find('unicorn'))?.length, many);
    assert.deepEqual(ids(await search.find('unicorn 1150')), ['q150']);
  });

  it('finds what comes first before it is complete', async () => {
    let complete = false;
    void search.complete.then(() => (complete = true));
    assert.ok(ids(await search.find('unicorn 1001'))?.includes('q1'));
    assert.equal(complete, false);
  });

  it('says now and then that there is more', async () => {
    await search.complete;
    assert.equal(grown, 1);
  });

  it('leaves out what was overtaken', async () => {
    await search.complete;
    const found = await Promise.all(
      ['unicorn 1', 'unicorn 11', 'unicorn 1123'].map((words) => search.find(words)),
    );
    assert.deepEqual(
      found.map((hits) => hits !== undefined),
      [true, false, true],
    );
    assert.deepEqual(ids(found[2]), ['q123']);
  });

  it('finds notes, and no longer what stood there before', async () => {
    notes.set('q3', 'dragons');
    await search.complete;
    notes.set('q5', 'griffins').delete('q3');
    search.readNotes();
    assert.deepEqual(ids(await search.find('griffins')), ['q5']);
    assert.deepEqual(ids(await search.find('dragons')), []);
  });

  it('ends without a failure', async () => {
    const waiting = [search.find('unicorn'), search.find('1001')];
    search.dispose();
    assert.deepEqual(await Promise.all(waiting), [undefined, undefined]);
    await search.complete;
    assert.equal(await search.find('unicorn'), undefined);
  });

  it('says so when it can not search at all', async () => {
    const broken = createSearchThread(
      `${worker.script}.gone`,
      bank,
      () => '',
      () => undefined,
    );
    await assert.rejects(broken.complete, /Cannot find module/);
    broken.dispose();
  });
});

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkedId } from '../../../src/bank/in-pack.ts';
import { createPackReader } from '../../../src/bank/pack-folder.ts';
import type { PackReader } from '../../../src/bank/pack-folder.ts';
import { goodFolder, replace } from './temporary-bank.ts';

const good = 'id: my-pack\ntitle: My pack\nsummary: Questions of mine.\n';

describe('a pack', () => {
  let folder: string;
  let reader: PackReader;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopwise-pack-'));
    await cp(goodFolder, folder, { recursive: true });
    await writeFile(join(folder, 'pack.yml'), good);
    reader = createPackReader((id) => id === 'event-loop-phases');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const change = async (file: string, edit: (text: string) => string): Promise<void> => {
    const path = join(folder, file);
    await writeFile(path, edit(await readFile(path, 'utf8')));
  };
  const told = async (texts?: ReadonlyMap<string, string>) => {
    const { mistakes } = await reader.read(folder, texts);
    return mistakes.map(
      ({ file, line, message }) => `${file.slice(folder.length + 1)}:${line}: ${message}`,
    );
  };

  it('has ids under its own name, and names that point at each other', async () => {
    const { pack, bank, mistakes } = await reader.read(folder);
    assert.deepEqual(mistakes, []);
    assert.deepEqual(pack, { id: 'my-pack', title: 'My pack', summary: 'Questions of mine.' });
    assert.deepEqual(
      bank?.topics.map(({ id, pack: of }) => [id, of?.title]),
      [
        ['my-pack/streams', 'My pack'],
        ['my-pack/timers', 'My pack'],
      ],
    );
    assert.ok(bank);
    const question = bank.questions.find(({ id }) => id === 'my-pack/timer-order');
    assert.equal(question?.pack, 'my-pack');
    assert.equal(question.topic, 'my-pack/timers');
    assert.deepEqual(question.related, ['my-pack/clear-timers']);
    assert.deepEqual(question.snippets, [
      'my-pack/timer-order/by-delay',
      'my-pack/timer-order/timer-or-immediate',
    ]);
    assert.deepEqual(
      bank.snippets.map(({ id, question: of }) => [id, of]),
      question.snippets.map((id) => [id, 'my-pack/timer-order']),
    );
  });

  it('may point at a question of Loopwise itself, and at no other', async () => {
    const file = 'timers/timer-order.md';
    await change(file, replace('related: [clear-timers]', 'related: [event-loop-phases]'));
    assert.deepEqual(await told(), []);
    const { bank } = await reader.read(folder);
    const question = bank?.questions.find(({ id }) => id === 'my-pack/timer-order');
    assert.deepEqual(question?.related, ['event-loop-phases']);
    await change(file, replace('[event-loop-phases]', '[event-loop]'));
    assert.deepEqual(await told(), [`${file}:5: There is no question \`event-loop\``]);
  });

  it('is not there without its name, and says what is wrong with it', async () => {
    await change('pack.yml', replace('id: my-pack\n', ''));
    const { pack, bank } = await reader.read(folder);
    assert.deepEqual([pack, bank], [undefined, undefined]);
    assert.deepEqual(await told(), ['pack.yml:1: `id` is missing']);
  });

  it('keeps its other questions when one is broken', async () => {
    await change('timers/clear-timers.md', replace('level: mid', 'level: expert'));
    const { bank, mistakes } = await reader.read(folder);
    assert.equal(mistakes.length, 1);
    assert.deepEqual(
      bank?.questions.map(({ id }) => id),
      ['my-pack/read-stream', 'my-pack/timer-order'],
    );
  });

  it('is checked as the editor holds it, and forgets that when it was not saved', async () => {
    const file = `${folder}/timers/timer-order.md`;
    const text = (await readFile(file, 'utf8')).replace('level: mid', 'level: expert');
    assert.equal((await told(new Map([[file, text]]))).length, 1);
    assert.deepEqual(await told(), []);
  });

  it('sees what changed on disk since it was read', async () => {
    assert.deepEqual(await told(), []);
    await change(
      'timers/timer-order/by-delay.cjs',
      replace('difficulty: easy', 'difficulty: soft'),
    );
    assert.equal((await told()).length, 1);
    await rm(join(folder, 'timers/timer-order/by-delay.cjs'));
    assert.deepEqual(await told(), [
      'timers/timer-order.md:12: There is no file for the snippet `by-delay`',
    ]);
  });
});

describe('a link in a text of a pack', () => {
  const exists = (id: string) => ['mine/a', 'a', 'b'].includes(id);

  it('leads to a question of the pack, else to one of Loopwise, else nowhere', () => {
    assert.equal(linkedId('a', { pack: 'mine' }, exists), 'mine/a');
    assert.equal(linkedId('b', { pack: 'mine' }, exists), 'b');
    assert.equal(linkedId('c', { pack: 'mine' }, exists), undefined);
    assert.equal(linkedId('a', {}, exists), 'a');
  });
});

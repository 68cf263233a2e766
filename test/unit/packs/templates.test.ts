import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackReader } from '../../../src/bank/pack-folder.ts';
import {
  packFiles,
  packTemplate,
  questionTemplate,
  snippetTemplate,
  topicTemplate,
} from '../../../src/features/packs/templates.ts';
import { idFrom } from '../../../src/features/packs/id-from.ts';
import { addToList, titleIn } from '../../../src/features/packs/topic-list.lazy.ts';

describe('A pack of templates', () => {
  it('has no mistake, whatever its titles hold', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loopwise-templates-'));
    const title = 'What: is "this" \\ `that`?';
    const question = addToList(
      questionTemplate(title).split('---\n')[1] ?? '',
      'snippets',
      'my-snippet',
    );
    const body = questionTemplate(title).split('---\n').slice(2).join('---\n');
    const files = {
      'pack.yml': packTemplate('mine', title),
      'topic/topic.yml': topicTemplate(title, 1, 'my-question'),
      'topic/my-question.md': `---\n${question}---\n${body}`,
      'topic/my-question/my-snippet.cjs': snippetTemplate(title),
    };
    for (const [file, text] of Object.entries(files)) {
      const path = join(folder, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    const { bank, mistakes } = await createPackReader(() => false).read(folder);
    await rm(folder, { recursive: true });
    assert.deepEqual(mistakes, []);
    assert.equal(bank?.questions[0]?.title, title);
    assert.deepEqual(bank.questions[0].snippets, ['mine/my-question/my-snippet']);
  });
});

describe('A new pack', () => {
  it('has no mistake, whatever its names hold', async () => {
    const names = ['Payments Team', 'What: is "this" \\ `that`?', '事件循环', '# - {x}: [y]'];
    for (const title of names) {
      const folder = await mkdtemp(join(tmpdir(), 'loopwise-new-pack-'));
      const files = packFiles({ id: 'mine', title, topic: title, question: title });
      for (const [file, text] of files) {
        const path = join(folder, file);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      }
      const { pack, bank, mistakes } = await createPackReader(() => false).read(folder);
      await rm(folder, { recursive: true });
      assert.deepEqual(mistakes, [], title);
      assert.equal(pack?.title, title);
      assert.deepEqual([bank?.topics[0]?.title, bank?.questions[0]?.title], [title, title]);
    }
  });
});

describe('Adding to a list of YAML', () => {
  it('keeps what stands there, comments too', () => {
    const yaml = 'title: x # why\nquestions:\n  # in order\n  - first\n';
    assert.equal(
      addToList(yaml, 'questions', 'second'),
      'title: x # why\nquestions:\n  # in order\n  - first\n  - second\n',
    );
  });

  it('keeps how a list in brackets is written', () => {
    assert.equal(addToList('tags: [node]\n', 'snippets', 'a'), 'tags: [node]\nsnippets:\n  - a\n');
    assert.equal(addToList('tags: [node]\n', 'tags', 'a'), 'tags: [node, a]\n');
  });

  it('makes a list that is missing', () => {
    assert.equal(addToList('title: x\n', 'questions', 'a'), 'title: x\nquestions:\n  - a\n');
  });
});

describe('The name of a new file', () => {
  it('says what the question is about', () => {
    const names = [
      ['How do you roll back a deployment safely?', 'roll-back-deployment-safely'],
      ["What is the event loop, and why isn't it a thread?", 'event-loop-isnt-thread'],
      ['Streams: pipe or pipeline?', 'streams-pipe-pipeline'],
      ['Why?', 'why'],
      ['Wörter für später', 'worter-fur-spater'],
      ['事件循环', ''],
    ];
    assert.deepEqual(
      names.map(([title]) => idFrom(title ?? '')),
      names.map(([, name]) => name),
    );
  });
});

describe('The title of a file of a pack', () => {
  it('is read from YAML and from front matter', () => {
    assert.equal(titleIn('id: x\ntitle: "A: b"\n'), 'A: b');
    assert.equal(titleIn(questionTemplate('What?')), 'What?');
  });

  it('is not known where the file is broken', () => {
    assert.deepEqual(
      ['title: [', 'title:', 'x', '', 'title: 3'].map((text) => titleIn(text)),
      [undefined, undefined, undefined, undefined, undefined],
    );
  });
});

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createPackReader } from '../../../src/bank/pack-folder.ts';
import {
  packTemplate,
  questionTemplate,
  snippetTemplate,
  topicTemplate,
} from '../../../src/features/packs/templates.ts';
import { addToList } from '../../../src/features/packs/topic-list.lazy.ts';

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

describe('Adding to a list of YAML', () => {
  it('keeps what stands there, comments too', () => {
    const yaml = 'title: x # why\nquestions:\n  # in order\n  - first\n';
    assert.equal(
      addToList(yaml, 'questions', 'second'),
      'title: x # why\nquestions:\n  # in order\n  - first\n  - second\n',
    );
  });

  it('makes a list that is missing', () => {
    assert.equal(addToList('title: x\n', 'questions', 'a'), 'title: x\nquestions:\n  - a\n');
  });
});

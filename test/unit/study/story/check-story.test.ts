import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadMaterialFolder } from '../../../../src/bank/material-folder.ts';
import type { StoryTemplate } from '../../../../src/bank/material.ts';
import { checkStory } from '../../../../src/study/story/check-story.ts';
import { clockText } from '../../../../src/shared/clock-text.ts';
import { judgeSpoken } from '../../../../src/study/story/judge-spoken.ts';
import { newStory, storyOf } from '../../../../src/study/story/story-mark.ts';

const words = (count: number): string => 'word '.repeat(count).trim();

describe('A story', () => {
  let templates: readonly StoryTemplate[];
  let template: StoryTemplate;

  before(async () => {
    const folder = join(import.meta.dirname, '../../../../material');
    const { material } = await loadMaterialFolder(folder, () => true);
    templates = material?.templates ?? [];
    const found = templates.find(({ id }) => id === 'incident');
    assert.ok(found);
    template = found;
  });

  const gaps = (text: string): string[] =>
    checkStory(text, template).map(({ kind, part, line }) => `${line} ${part.id}: ${kind}`);
  /** Everything is written, but for what is given instead. */
  const written = (instead: Readonly<Record<string, string>> = {}): string =>
    template.parts
      .map(({ id, title, least }) => `## ${title}\n\n${instead[id] ?? `${words(least)} 42`}\n`)
      .join('\n');

  it('is known by its front matter, and asks for everything when it is new', () => {
    for (const one of templates) {
      const text = newStory(one);
      assert.equal(storyOf(text.slice(0, 500)), one.id);
      const found = checkStory(text, one);
      assert.deepEqual(
        found.map(({ part, kind }) => [part.id, kind]),
        one.parts.map(({ id }) => [id, 'empty']),
      );
      const lines = text.split('\n');
      for (const { line, part } of found) assert.equal(lines[line], `## ${part.title}`);
    }
    for (const other of ['# Title', '---\ntitle: x\n---\nloopwise-story: incident', '']) {
      assert.equal(storyOf(other), undefined);
    }
    assert.equal(storyOf('---\r\nloopwise-story: incident\r\n---\r\n'), 'incident');
  });

  it('lacks nothing when each part has its words, and its result a number', () => {
    assert.deepEqual(gaps(written()), []);
    assert.deepEqual(gaps(written().replaceAll('\n', '\r\n').toUpperCase()), []);
  });

  it('is told what it lacks at the heading of the part', () => {
    const result = words(40);
    assert.deepEqual(gaps(written({ result })), ['12 result: noNumber']);
    assert.deepEqual(gaps(written({ task: words(3) })), ['4 task: short']);
    assert.deepEqual(gaps(written({ task: '' })), ['4 task: empty']);
    assert.deepEqual(gaps(written({ task: `${words(30)} …` })), ['4 task: unfinished']);
    const missing = written().replace('## Task', 'Task');
    assert.deepEqual(gaps(missing), ['19 task: missing']);
    // What only looks like a heading is text.
    const code = written().replace('## Task', '```md\n## Task\n```');
    assert.deepEqual(gaps(code), ['21 task: missing']);
  });

  it('takes numbers for numbers, and names of things for none', () => {
    const noNumber = (result: string): boolean => gaps(written({ result })).length > 0;
    for (const text of ['1.2 s', '40%', 'twice as fast', 'from nine hundred to sixty']) {
      assert.equal(noNumber(`${words(40)} ${text}`), false, text);
    }
    for (const text of ['at p99', 'on S3 and HTTP/2', 'in Q3', 'one of us', 'a third party']) {
      assert.equal(noNumber(`${words(40)} ${text}`), true, text);
    }
  });

  it('is checked whatever it holds', () => {
    const piece = fc.constantFrom(
      '## Task',
      '# x',
      '```',
      '~~~',
      '…',
      '42',
      '\r\n',
      '\n',
      ' ',
      'a',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const count = text.split('\n').length;
        for (const { line } of checkStory(text, template)) assert.ok(line >= 0 && line < count);
      }),
    );
  });
});

describe('The time that somebody spoke', () => {
  it('is held against the target by the seconds that are shown', () => {
    const judged = (seconds: number) => judgeSpoken(seconds * 1000, [2, 3]);
    assert.deepEqual([119.9, 120, 180.9, 181].map(judged), ['short', 'right', 'right', 'long']);
    assert.deepEqual([0, 61_500, 600_000].map(clockText), ['0:00', '1:01', '10:00']);
  });
});

import assert from 'node:assert/strict';
import { noteHtml } from '../../../src/features/answer/render-notes.ts';
import { renderAnswer } from '../../../src/features/answer/render-answer.ts';
import { noteLimit } from '../../../src/shared/limits.ts';
import {
  canSave,
  inConflict,
  isChanged,
  isTooLong,
  reduceNote,
  startNote,
} from '../../../src/webview/answer/note-state.ts';
import type { NoteEvent, NoteState } from '../../../src/webview/answer/note-state.ts';
import { plain, viewOf } from './question.ts';

const after = (saved: string, ...events: NoteEvent[]): NoteState =>
  events.reduce(reduceNote, startNote(saved, undefined));

describe('Writing a note', () => {
  const typed = (text: string): NoteEvent[] => [{ kind: 'edit' }, { kind: 'type', text }];

  it('begins with the note that is there', () => {
    assert.equal(after('old', { kind: 'edit' }).draft?.text, 'old');
  });

  it('ends at once when nothing was changed, else asks', () => {
    assert.equal(after('old', { kind: 'edit' }, { kind: 'cancel' }).draft, undefined);
    const asked = after('old', ...typed('new'), { kind: 'cancel' });
    assert.equal(asked.asking, true);
    assert.equal(asked.draft?.text, 'new');
    assert.equal(reduceNote(asked, { kind: 'keep' }).asking, false);
    assert.deepEqual(reduceNote(asked, { kind: 'discard' }), startNote('old', undefined));
  });

  it('is over once it was saved, and goes on when that failed', () => {
    const saving = after('old', ...typed('new'), { kind: 'saving' });
    const told = reduceNote(saving, { kind: 'told', text: 'new' });
    assert.deepEqual(reduceNote(told, { kind: 'saved' }), startNote('new', undefined));
    assert.equal(reduceNote(saving, { kind: 'failed' }).draft?.text, 'new');
  });

  it('takes no letter while it is being saved', () => {
    const saving = after('', ...typed('new'), { kind: 'saving' }, { kind: 'type', text: 'newer' });
    assert.equal(saving.draft?.text, 'new');
  });

  it('goes on after a reload', () => {
    const state = startNote('old', { text: 'new', base: 'old' });
    assert.equal(isChanged(state), true);
    assert.equal(inConflict(state), false);
    assert.equal(startNote('same', { text: 'same', base: 'old' }).draft, undefined);
  });

  it('refuses what is too long, and says so before', () => {
    assert.equal(canSave(after('', ...typed('x'.repeat(noteLimit)))), true);
    const long = after('', ...typed('x'.repeat(noteLimit + 1)));
    assert.equal(isTooLong(long), true);
    assert.equal(reduceNote(long, { kind: 'saving' }).saving, false);
  });

  it('keeps both when the note changes elsewhere', () => {
    const told = after('old', ...typed('mine'), { kind: 'told', text: 'theirs' });
    assert.equal(inConflict(told), true);
    assert.equal(told.draft?.text, 'mine');
    assert.equal(told.saved, 'theirs');
    const both = reduceNote(told, { kind: 'append' });
    assert.equal(both.draft?.text, 'mine\n\ntheirs');
    assert.equal(inConflict(both), false);
    assert.equal(isChanged(both), true, 'what was put together is not dropped without a question');
  });

  it('sees no conflict where the same was written elsewhere', () => {
    assert.equal(inConflict(after('', ...typed('x'), { kind: 'told', text: 'x' })), false);
  });

  it('sees a conflict that came while the page was closed', () => {
    assert.equal(inConflict(startNote('theirs', { text: 'mine', base: 'old' })), true);
  });
});

describe('A note on the page', () => {
  const html = (note: string): string => noteHtml(note, (link) => link);

  it('is Markdown with the line breaks of who wrote it', () => {
    assert.match(html('**one**\ntwo'), /<strong>one<\/strong><br>\ntwo/);
  });

  it('has links to questions and to https addresses, and no others', () => {
    assert.match(html('https://nodejs.org/api'), /<a href="https:\/\/nodejs\.org\/api" data-link>/);
    assert.match(html('[x](question:timers)'), /data-question="timers"/);
    assert.doesNotMatch(
      html('http://example.com [x](command:quit) ![y](https://e.com/i.png)'),
      /<(a|img)/,
    );
  });

  it('brings no HTML of its own', () => {
    assert.doesNotMatch(
      html('<script>x</script>\n\n```html\n<img src=x>\n```\n\n<b>'),
      /<(script|img|b)\b/,
    );
  });

  it('shows code and never offers to run it', () => {
    const shown = html('```cjs run\nboom();\n```\n\n```diagram\nx\n```\n\n    indented');
    assert.equal(shown.match(/<pre /g)?.length, 3);
    assert.doesNotMatch(shown, /data-(do|code|block)=/);
  });

  it('has no heading that could be taken for a part of the answer', () => {
    assert.match(html('# Mine'), /<h3>Mine<\/h3>/);
    const { html: page } = renderAnswer(viewOf({}, { note: '### Mine' }), plain);
    assert.doesNotMatch(page, /part-1/);
  });

  it('invites to write one while there is none', () => {
    const { html } = renderAnswer(viewOf(), plain);
    assert.match(html, /id="note-text" hidden/);
    assert.match(html, /id="note-empty">What do you want to remember/);
    assert.match(renderAnswer(viewOf({}, { note: 'x' }), plain).html, /id="note-empty" hidden/);
  });
});

describe('The head of the page', () => {
  it('says where the question comes from', () => {
    const pack = { id: 'ts', title: 'TypeScript', summary: '' };
    const topic = { id: 'ts/types', title: 'Types', summary: '', pack };
    assert.match(
      renderAnswer(viewOf({}, { topic }), plain).html,
      /TypeScript <span.*<\/span> Types/,
    );
  });

  it('knows whether there is a bookmark', () => {
    const progress = { ...viewOf().progress, bookmarked: true };
    assert.match(
      renderAnswer(viewOf({}, { progress }), plain).html,
      /id="bookmark".*aria-pressed="true"/,
    );
  });
});

describe('What was verified', () => {
  it('is said where the snippets are, and only then', () => {
    const { html } = renderAnswer(
      viewOf({}, { verified: { text: 'On Node.js 20', detail: '20.1.0, "twice"' } }),
      plain,
    );
    assert.match(html, /class="verified">.*On Node\.js 20/);
    assert.match(html, /title="20\.1\.0, &#34;twice&#34;"/);
    assert.doesNotMatch(renderAnswer(viewOf(), plain).html, /verified/);
  });
});

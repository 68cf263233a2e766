import assert from 'node:assert/strict';
import type { Question } from '../../../src/bank/model.ts';
import { matchedLine } from '../../../src/features/browse/matched-line.ts';

const question = {
  title: 'What are the phases of the event loop?',
  tags: ['libuv'],
  relevantTo: [],
  keyPoints: [{ text: 'Six **phases**, one after the other.' }, { text: 'Timers come first.' }],
  followUps: [],
  checks: [],
  answer: `### Poll

${'A line that is long. '.repeat(12)}Here it waits for \`epoll\` events, of course.`,
  sayIt: '',
  commonMistake: '',
  inProduction: '',
} as unknown as Question;

describe('The line under a hit', () => {
  it('holds the most of what was looked for', () => {
    const { text, isNote } = matchedLine(question, ['epoll', 'event'], '') ?? assert.fail();
    assert.match(text, /^… .*waits for epoll events/);
    assert.equal(isNote, false);
  });

  it('is the first key point when the title says as much', () => {
    const found = matchedLine(question, ['phase', 'event', 'loop'], '');
    assert.deepEqual(found, { text: 'Six phases, one after the other.', isNote: false });
  });

  it("is the reader's note when that holds as much", () => {
    const found = matchedLine(question, ['timer'], 'First line\n- ask about *timers*');
    assert.deepEqual(found, { text: 'ask about *timers*', isNote: true });
  });

  it('is absent when nothing holds anything', () => {
    assert.equal(matchedLine({ ...question, keyPoints: [] }, ['zzz'], ''), undefined);
  });
});

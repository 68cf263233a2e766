import assert from 'node:assert/strict';
import { createKnownLines } from '../../../../src/study/transfer/known-lines.ts';

const at = '2026-01-01T10:00:00.000Z';
const head = { v: 1, id: 'a', at, card: 'question:q', kind: 'opened' };

describe('What a log lacks of a file', () => {
  it('is no event that came by Settings Sync, in another order and without what repeats the one before', () => {
    const known = createKnownLines();
    known.addEvent('a', JSON.stringify(Object.fromEntries(Object.entries(head).reverse())));
    assert.equal(known.lacks(JSON.stringify({ ...head, before: { due: at } })), false);
    assert.equal(known.lacks(JSON.stringify({ ...head, id: 'b' })), true);
  });

  it('is an event with more in it than the log has, until it has that', () => {
    const known = createKnownLines();
    known.addEvent('a', JSON.stringify(head));
    const more = JSON.stringify({ ...head, since: '1.4' });
    assert.equal(known.lacks(more), true);
    known.addEvent('a', more);
    assert.deepEqual([known.lacks(more), known.lacks(JSON.stringify(head))], [false, false]);
  });

  it('is by its text what only a later version understands', () => {
    const known = createKnownLines();
    const later = '{"v":9,"id":"later","kind":"dreamt"}';
    known.addLater(`${later}\r`);
    assert.deepEqual([known.lacks(later), known.lacks(later.replace('9', '8'))], [false, true]);
  });
});

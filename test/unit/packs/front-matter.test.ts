import assert from 'node:assert/strict';
import {
  fieldAbove,
  fieldsOf,
  findFields,
  placeAt,
} from '../../../src/features/packs/front-matter.ts';

/** The place of the mark `|` in a text, and the text without it. */
function at(kind: 'question' | 'snippet' | 'topic', marked: string) {
  const before = marked.slice(0, marked.indexOf('|')).split('\n');
  const lines = marked.replace('|', '').split('\n');
  const fields = findFields(kind, lines);
  return fields && placeAt(lines, fields, before.length - 1, before.at(-1)?.length ?? 0);
}

describe('The fields of a file of a pack', () => {
  it('are known by its name and place', () => {
    assert.equal(fieldsOf('pack.yml'), 'pack');
    assert.equal(fieldsOf('timers/topic.yml'), 'topic');
    assert.equal(fieldsOf('timers/timer-order.md'), 'question');
    assert.equal(fieldsOf('timers/timer-order/by-delay.mjs'), 'snippet');
    for (const other of ['README.md', 'timers/pack.yml', 'a/b/c.md', 'timers/x.cjs']) {
      assert.equal(fieldsOf(other), undefined, other);
    }
  });

  it('end where they are closed, or with the file', () => {
    assert.deepEqual(findFields('question', ['---', 'a: b', '---', 'c: d']), { first: 1, last: 1 });
    assert.deepEqual(findFields('snippet', ['/* ---', 'a: b']), { first: 1, last: 1 });
    assert.deepEqual(findFields('topic', ['a: b', 'c: d']), { first: 0, last: 1 });
    assert.equal(findFields('question', ['# Title']), undefined);
  });
});

describe('What stands at a place in the fields', () => {
  it('is a name at the beginning of a line', () => {
    assert.deepEqual(at('question', '---\nti|\n---'), { kind: 'name', typed: 'ti', from: 0 });
    assert.deepEqual(at('snippet', '/* ---\n|'), { kind: 'name', typed: '', from: 0 });
  });

  it('is a value after it', () => {
    const place = { kind: 'value', field: 'level', typed: 'mi', from: 7 };
    assert.deepEqual(at('question', '---\nlevel: mi|\n---'), place);
  });

  it('is an item of a list, in one line or in many', () => {
    const place = { kind: 'value', field: 'permissions', typed: 'ch' };
    assert.deepEqual(at('snippet', '/* ---\npermissions: [net, ch|]\n'), { ...place, from: 19 });
    assert.deepEqual(at('snippet', '/* ---\npermissions:\n  - net\n  - ch|\n'), {
      ...place,
      from: 4,
    });
    assert.deepEqual(at('topic', 'questions:\n- |'), {
      ...{ kind: 'value', field: 'questions', typed: '', from: 2 },
    });
  });

  it('is nothing below the fields', () => {
    assert.equal(at('question', '---\nlevel: mid\n---\nle|'), undefined);
  });

  it('belongs to the field above', () => {
    assert.equal(fieldAbove(['a:', '  - x', '  - y'], 0, 2), 'a');
    assert.equal(fieldAbove(['---', '  - x'], 1, 1), undefined);
  });
});

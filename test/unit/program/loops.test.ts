import assert from 'node:assert/strict';
import { loopsOf } from '../../../src/program/loops.ts';

describe('Loops of a text', () => {
  const code = [
    'async function all(items) {',
    '  for await (const item of items) {',
    '    items.map((x) => log(x));',
    '    while (item) await item();',
    '  }',
    "  log('end');",
    '}',
    "for (;;) { log('top'); break; }",
    "log('last');",
  ].join('\n');
  const { innermost, around, over } = loopsOf(code, 'cjs');
  const at = (line: number, text: string) => ({
    line,
    column: (code.split('\n')[line - 1] ?? '').indexOf(text) + 1,
  });

  it('have their heads in them', () => {
    assert.equal(innermost(at(2, 'items')), 0);
    assert.equal(innermost(at(4, 'await')), 1);
    assert.deepEqual(around(at(4, 'await')), [0, 1]);
  });

  it('are around functions, but not of them', () => {
    assert.equal(innermost(at(3, 'log')), undefined);
    assert.deepEqual(around(at(3, 'log')), [0]);
  });

  it('are over behind their ends, in the same function and outside of its other loops', () => {
    assert.deepEqual(over(at(6, 'log')), [0, 1]);
    assert.deepEqual(over(at(4, 'await')), []);
    assert.deepEqual(over(at(9, 'log')), [2]);
  });

  it('are not known of what can not be read', () => {
    const broken = loopsOf('for (;;) {', 'cjs');
    assert.equal(broken.innermost({ line: 1, column: 3 }), undefined);
    assert.deepEqual(broken.over({ line: 7, column: 3 }), []);
  });
});

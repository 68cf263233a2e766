import assert from 'node:assert/strict';
import { isDeeper, valueText } from '../../../src/inline/value-text.ts';
import type { ShownValue } from '../../../src/trace/trace-event.ts';

const of = (text: string, parts?: readonly (readonly [string, ShownValue])[], more?: number) => ({
  text,
  ...(parts && { parts }),
  ...(more !== undefined && { more }),
});
const text = (value: ShownValue, depth = 9, width = 40) =>
  valueText(value, { depth, width, more: (count) => `${count} more` });

describe('The text of a value', () => {
  const tags = of('Array(2)', [
    ['0', of('"a"')],
    ['1', of('"b"')],
  ]);
  const user = of('User', [
    ['name', of('"Ann"')],
    ['first name', of('null')],
    ['[Symbol(s)]', of('1')],
    ['tags', tags],
  ]);

  it('is one line where that is short, and shows names of classes alone', () => {
    assert.equal(text(tags), '[ "a", "b" ]');
    assert.equal(text(of('Object', [['a', tags]])), '{ a: [ "a", "b" ] }');
    assert.equal(text(of('Stack(1)', [['0', of('1')]])), 'Stack(1) [ 1 ]');
    assert.equal(text(of('Map(1)', [['"k" =>', of('1')]])), 'Map(1) { "k" => 1 }');
    assert.equal(text(of('Set(1)', [['', of('1')]])), 'Set(1) { 1 }');
    assert.deepEqual([text(of('Object')), text(of('Array(0)'))], ['{}', '[]']);
    assert.deepEqual([text(of('[Getter]')), text(of('Map(0)'))], ['[Getter]', 'Map(0)']);
  });

  it('has a line for each part where they are many', () => {
    assert.equal(
      text(user),
      `User {\n  name: "Ann",\n  "first name": null,\n  [Symbol(s)]: 1,\n  tags: [ "a", "b" ],\n}`,
    );
    const within = text(of('Object', [['user', user]]));
    assert.match(within, /^\{\n {2}user: User \{\n {4}name: "Ann",[^]*\n {2}\},\n\}$/);
  });

  it('counts what is not shown: what lies deeper, and what is not known', () => {
    assert.equal(text(of('Object', [['a', user]]), 1), '{ a: User { … 4 more } }');
    assert.equal(text(of('Array(9)', [['0', of('1')]], 8)), '[ 1, … 8 more ]');
    assert.equal(text(of('Object', undefined, 3)), '{ … 3 more }');
    assert.equal(isDeeper(of('Object', [['a', user]]), 1), true);
    assert.equal(isDeeper(of('Object', [['a', user]]), 3), false);
  });
});

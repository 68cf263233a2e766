import assert from 'node:assert/strict';
import { closuresOf } from '../../../src/program/closures.ts';
import { fulfilledIn } from '../../../src/program/fulfilled.ts';
import { createPlaces } from '../../../src/program/places.ts';

/** The place of the first such text in the code. */
function placeIn(code: string, text: string) {
  const at = code.indexOf(text);
  assert.notEqual(at, -1, text);
  return createPlaces(code).place(at);
}

describe('The functions of a program, by its text', () => {
  it('are known by the calls that they are given to, as V8 names them', () => {
    const code = "fs.stat('.', () => {\n  later.push(() => console.log('a'));\n});";
    const { around, givenAt, leftWith } = closuresOf(code, 'cjs');
    const [inner, outer] = around(placeIn(code, "log('a')"));
    assert.deepEqual(givenAt(placeIn(code, 'push(')), [inner]);
    assert.deepEqual(givenAt(placeIn(code, 'stat(')), [outer]);
    assert.deepEqual(leftWith(inner ?? -1), ['later']);
  });

  it('are not left with what only the function around them has', () => {
    const code = "serve((socket) => {\n  socket.on('data', () => log('a'));\n});";
    const { around, leftWith } = closuresOf(code, 'cjs');
    const [inner] = around(placeIn(code, "log('a')"));
    assert.deepEqual(leftWith(inner ?? -1), []);
  });

  it('are called by name, through others, and by what emits', () => {
    const code = `const done = () => log('done');
function check() { done(); }
stat(() => check());
bus.on('all', () => log('all'));
stat(() => { bus.emit('all'); });`;
    const { around, callersOf } = closuresOf(code, 'cjs');
    const callers = (text: string) => {
      const [id = -1] = around(placeIn(code, text));
      return callersOf(id).length;
    };
    assert.equal(callers("log('done')"), 2);
    assert.equal(callers("log('all')"), 1);
  });

  it('change variables, themselves or by a function that they call', () => {
    const code = `const list = [];
const add = (it) => list.push(it);
stat(() => add('a'));
print(() => { const first = list[0]; console.log('first', first); });`;
    const { around, changedBy, printedAt } = closuresOf(code, 'cjs');
    const [id = -1] = around(placeIn(code, "add('a')"));
    assert.ok(changedBy(id).has('list'));
    assert.deepEqual(printedAt(placeIn(code, "log('first'")), {
      lead: 'first',
      variables: ['first', 'list'],
    });
  });

  it('have names of their own', () => {
    const code = `const v = 1;
const later = (v) => stat(() => use(v));
console.log(v);`;
    const { around, ownerIn, ownerOf } = closuresOf(code, 'cjs');
    const [id = -1, outer] = around(placeIn(code, 'use('));
    assert.equal(ownerIn(id, 'v'), outer);
    assert.equal(ownerOf(placeIn(code, 'log(v)'), 'v'), undefined);
  });

  it('are none where the text is no program', () => {
    const { around, givenAt } = closuresOf('let let = (', 'cjs');
    const place = { line: 1, column: 1 };
    assert.deepEqual([around(place), givenAt(place)], [[], []]);
  });
});

describe('What waits for a promise runs only if that was fulfilled', () => {
  const code = `async function f() {
  await one;
  try {
    await two;
    log('within');
  } catch { log('caught'); }
  log('after');
}
three.then(() => log('then'));
four.then(() => log('either'), () => {});`;
  const { isFulfilled } = fulfilledIn(code, 'cjs');
  const at = (text: string) => placeIn(code, text);

  it('outside of a try', () => assert.ok(isFulfilled(at('await one'), [])));

  it('within a try, as far as what it did shows', () => {
    assert.ok(isFulfilled(at('await two'), [at("log('within')")]));
    assert.ok(!isFulfilled(at('await two'), []));
    assert.ok(!isFulfilled(at('await two'), [at("log('caught')")]));
    assert.ok(!isFulfilled(at('await two'), [at("log('within')"), at("log('after')")]));
  });

  it('as the one function of a then', () => {
    assert.ok(isFulfilled(at("then(() => log('then')"), []));
    assert.ok(!isFulfilled(at("then(() => log('either')"), []));
  });
});

import assert from 'node:assert/strict';
import type { RunResult } from '../../../src/runner/model.ts';
import type { ShownValue } from '../../../src/trace/trace-event.ts';
import { majors, someMajors, useRunWorld } from '../runner/run-world.ts';

describe('Objects that console is given', () => {
  const world = useRunWorld();

  async function run(code: string, major: (typeof majors)[number] = '24') {
    const values: (readonly ShownValue[] | undefined)[] = [];
    const result: RunResult = await world.run(code, {
      major,
      onLine: (_line, write) => values.push(write?.values),
    });
    return { values, result };
  }

  /** As text, which is shorter to read than the tree. */
  function brief({ text, parts, more }: ShownValue): string {
    const all = [
      ...(parts ?? []).map(([name, value]) => `${name}:${brief(value)}`),
      ...(more === undefined ? [] : [`+${more}`]),
    ];
    return all.length === 0 ? text : `${text}{${all.join(' ')}}`;
  }

  for (const major of majors) {
    it(`are looked at before they change, deeper than they are printed, on Node ${major}`, async () => {
      const { values, result } = await run(
        `class User { constructor() { this.name = 'Ann'; this.a = { b: { c: { d: { e: 1 } } } }; } }
const user = new User();
console.log('user', user, 7);
user.name = 'Bob';
console.log('text alone', 1, null, undefined);
console.error([1, 'two', [3]], new Map([['k', { v: 1 }]]), new Set([Symbol('s')]));
console.log([/a+/gi, new Date(0), new Date(NaN), () => {}, function f() {}, 10n, -0, new Uint8Array(2)]);
const ring = { get g() { return 1 }, set s(v) {}, 'a b': null }; ring.self = ring;
console.log(ring);
console.log(Object.assign(new TypeError('no', { cause: { code: 5 } }), { code: 'E' }));
console.log(Object.create(null), Object.create({ constructor: 5 }), [, 1]);
`,
        major,
      );
      assert.deepEqual(
        values.map((list) => list?.map(brief).join(' | ')).filter((text) => text !== undefined),
        [
          'User{name:"Ann" a:Object{b:Object{c:Object{d:Object{e:1}}}}}',
          'Array(3){0:1 1:"two" 2:Array(1){0:3}} | Map(1){"k" =>:Object{v:1}} | Set(1){:Symbol(s)}',
          'Array(8){0:/a+/gi 1:1970-01-01T00:00:00.000Z 2:Invalid Date 3:[Function (anonymous)] 4:[Function: f] 5:10n 6:-0 7:Uint8Array(2){0:0 1:0}}',
          'Object{g:[Getter] s:[Setter] a b:null self:[Circular]}',
          'TypeError: no{code:"E" [cause]:Object{code:5}}',
          '[Object: null prototype] | Object | Array(2){0:<empty> 1:1}',
        ],
      );
      assert.equal(result.ended, 'exit');
    });
  }

  const asked = `const asked = [];
const note = (what) => { asked.push(what); return what; };
const traps = new Proxy({}, { get: (_t, name) => note('trap ' + String(name)) });
const handler = new Proxy({}, { get: (_t, name) => { note('handler ' + String(name)); } });
class Named { static get name() { note('name'); return 'N'; } get [Symbol.toStringTag]() { return note('tag'); } }
const value = {
  get getter() { return note('getter'); },
  toString() { return note('toString'); }, toJSON() { return note('toJSON'); }, valueOf() { return note('valueOf'); },
  inner: new Proxy({ a: 1 }, handler), of: Object.create(new Proxy({}, handler)), failed: new Error('x'),
  list: Object.assign([1], { [Symbol.iterator]() { note('iterator'); return [][Symbol.iterator](); } }), traps,
};
`;
  const replaced = `Object.defineProperty(Object.prototype, 'toJSON', { get() { asked.push('toJSON'); }, configurable: true });
for (const owner of [Map.prototype, Set.prototype]) {
  for (const name of ['entries', 'values', 'forEach', 'keys']) owner[name] = () => asked.push(name);
}
Object.getOwnPropertyDescriptor = Reflect.ownKeys = Reflect.getPrototypeOf = () => asked.push('reflect');
JSON.stringify = () => asked.push('stringify');
Error.prepareStackTrace = () => asked.push('prepared');
`;
  for (const [what, code] of Object.entries({
    'getters, traps, names or texts of theirs': `${asked}
const plain = require('util').inspect;
require('util').inspect = undefined;
console.log(value);
const first = asked.length;
asked.length = 0;
require('fs').writeSync(1, plain(value) === '' ? '' : String(asked.length === first) + '\\n');`,
    'what they replaced': `${asked}${replaced}
console.log(new Map([[1, { a: new Set([1]) }]]));
require('fs').writeSync(1, '[' + asked + ']\\n');`,
  })) {
    for (const major of someMajors(what)) {
      it(`are looked at without calling ${what}, on Node ${major}`, async () => {
        const { values } = await run(code, major);
        const { lines } = await world.run(code, { major, trace: false });
        const { result } = await run(code, major);
        assert.deepEqual(result.lines, lines);
        assert.ok(values.flat().some((value) => value !== undefined));
      });
    }
  }

  it('have an end, in depth, in breadth and over a whole run', async () => {
    const { values } = await run(
      `let deep = {}; for (let i = 0; i < 30; i++) deep = { deep };
console.log(deep);
console.log(Array.from({ length: 1000 }, (_, i) => ({ i })));
console.log({ text: 'x'.repeat(100_000) });
for (let i = 0; i < 200; i++) console.log(Array.from({ length: 100 }, (_, i) => [i]));`,
    );
    const sizes = values.flatMap((list) => (list ? [JSON.stringify(list).length] : []));
    assert.ok(Math.max(...sizes) < 20_000, String(Math.max(...sizes)));
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) < 200_000, String(sizes.length));
    const [deep, broad, long] = values.flatMap((list) => (list ? [list[0]] : []));
    assert.equal(brief(deep as ShownValue).match(/deep/g)?.length, 6);
    assert.match(brief(broad as ShownValue), /^Array\(1000\)\{.* \+950\}$/);
    assert.equal(long?.parts?.[0]?.[1].text.length, 203);
  });
});

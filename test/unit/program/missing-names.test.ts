import assert from 'node:assert/strict';
import { missingNames } from '../../../src/program/missing-names.ts';

describe('Names that a selection leaves undefined', () => {
  const cases: readonly (readonly [code: string, kind: 'cjs' | 'mjs', names: readonly string[]])[] =
    [
      [`\n\n  console.log(count + step(1)); step(2); count++;`, 'cjs', ['count', 'step']],
      [
        `const a = 1; function f({ b, ...c } = {}, [d = a]) { return b + c + d + e; }`,
        'cjs',
        ['e'],
      ],
      [
        `app.get('/', (req, res) => res.json({ req, id: db.id, [key]: 1 }));`,
        'cjs',
        ['app', 'db', 'key'],
      ],
      [`require('a'); module.exports = __filename + __dirname + exports.a;`, 'cjs', []],
      [`require('a'); export const b = __dirname;`, 'mjs', ['require', '__dirname']],
      [
        `import { a as b } from 'x'; console.log(a, b, import.meta.url); await c;`,
        'mjs',
        ['a', 'c'],
      ],
      [
        `setTimeout(() => Buffer.from(process.pid)); new URLPattern(); structuredClone(globalThis);`,
        'cjs',
        [],
      ],
      [`if (typeof later === 'undefined') console.log(Iterator, undefined, NaN);`, 'cjs', []],
      [`if (typeof later === 'undefined') later();`, 'cjs', ['later']],
      [`total = 1; console.log(total);`, 'cjs', []],
      [`total = 1; console.log(total);`, 'mjs', ['total']],
      [`use(x); var x; { let y; } y; function use() { return arguments.length; }`, 'cjs', ['y']],
      [
        `class A extends Base { #p = q; static s = A; m() { super.m(); label: for (;;) break label; } }`,
        'cjs',
        ['Base', 'q'],
      ],
      [
        `try { f(); } catch { g(); } try {} catch (error) { error; } error;`,
        'cjs',
        ['f', 'g', 'error'],
      ],
      [`with (o) { anything(); }`, 'cjs', []],
      [`const = ;`, 'cjs', []],
      [`return early;`, 'cjs', ['early']],
    ];
  for (const [code, kind, names] of cases) {
    it(`${code.trim()} (${kind})`, () => assert.deepEqual(missingNames(code, kind), names));
  }

  it('are not looked for in code that is nested deeper than the stack', () => {
    assert.deepEqual(missingNames(`${'['.repeat(20_000)}a${']'.repeat(20_000)}`, 'cjs'), []);
  });
});

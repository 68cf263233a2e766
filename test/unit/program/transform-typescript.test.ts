import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { ensureNode } from '../../../scripts/nodes.mts';
import { transformTypeScript } from '../../../src/program/transform-typescript.ts';

/** Prints the line that it is called on, so that a moved line shows. */
const at = `const at = (...a: unknown[]) => console.log(/:(\\d+):\\d+\\)?$/.exec(new Error().stack!.split('\\n')[2]!)![1], ...a);\n`;

const programs: Readonly<Record<string, string>> = {
  'enums of numbers, strings and computed values': `${at}
enum Color { Red, Green = 5, Blue }
at(Color, Color.Blue, Color[5]);
enum Word {
  Yes = 'yes', // a comment
  No = 'no',
}
at(Word, Word.Yes);
const enum Flags { None, A = 1 << 0, B = 1 << 1, AB = A | B, Size = 'four'.length }
at(Flags.AB, Flags.Size, Flags[3 as never]);
enum Late { A = Color.Blue + 1, 'two words' = 2, "quoted" }
at(Late);
enum Color { More = 100 }
at(Color);
function inner() { enum Local { A = 1 } return Local; }
at(inner());`,
  'parameter properties and fields': `${at}
class Point<T = number> {
  total = 1;
  constructor(
    private x: T,
    readonly y = 5,
    protected z?: string, plain = 1,
  ) {
    at(this.x, this.total, x, plain);
  }
  get sum() { return \`\${this.x} \${this.y}\`; }
}
at(new Point(1), new Point(2, 3, 'z').sum);
class Named extends Point<string> {
  declare only: string;
  later!: number;
  constructor(public name: string, ...rest: number[]) {
    at('before');
    super(name); at(rest);
    at(this);
  }
  override get sum() { return super.sum; }
}
at(new Named('n', 1, 2), Object.keys(new Named('k')));
abstract class Base { abstract f(): void; constructor(readonly a = () => at('a')) {} }
class Real extends Base { f() { this.a(); } }
new Real().f(); at(new (class { constructor(public q = 1) {} })());`,
  'namespaces, in each other and in parts': `${at}
namespace Shop {
  export const tax = 0.5;
  export let sold = 0, left: number;
  const secret = 'secret';
  export function sell(price: number): number {
    sold++; left = 3;
    return price * (1 + tax) + secret.length;
  }
  export class Item { constructor(public price = tax) {} }
  export enum Size { S, L }
  export interface Unused { a: number }
  export type T = Unused;
  export namespace Inner.Deep {
    export const twice = tax * 2 + sold;
    at(twice, { twice, tax: tax, sold });
  }
  at(sell(2), sold, [tax, secret], Size.L, left);
}
at(Shop, Shop.sell(1), Shop.sold, Shop.Inner.Deep.twice);
namespace Shop {
  export const again = tax + 1;
  at(sell(again), Item.name);
  { const tax = 'shadow'; at(tax); }
  ((sold: string) => at(sold))('argument');
}
at(Object.keys(Shop));
function withMore() { return withMore.extra; }
namespace withMore { export const extra = [1]; }
at(withMore())
namespace OnlyTypes { export type A = 1; export interface B {} }
declare namespace Ambient { const a: number; }
at(typeof Ambient, typeof OnlyTypes);
namespace Calls {
  export const f = function (this: unknown) { return this === undefined || this === globalThis };
  at('first')
  f()
  if (f()) f(); else f();
  at(f(), [1].map(f));
  export var v = 1; v += 2; v++;
  at(v);
}
class Cat { static make() { return new Cat(); } }
namespace Cat { export const legs = 4; }
at(Cat.make(), Cat.legs);`,
  'types of all sorts, and only they': `${at}
type A<T> = T extends string
  ? 1
  : 2;
function f(this: void, a?: string,
  b: number = 1,
): asserts a is string { at(a, b); }
f('a'); let value: unknown = <number>1; at(value as number satisfies number, value!);
const g = async <T,>(x: T): Promise<T> => x; g(1).then(
  (x) => at(x));
function over(a: string): void;
function over(a: number): void;
function over(a: unknown) { at(a) }
over(1); enum Make { It = 1 }
declare global { interface Window { a: 1 } }
declare const ambient: string; declare function nothing(): void;
class C<T> implements Iterable<T> { #p: T | undefined; [key: string]: unknown
  *[Symbol.iterator](): Iterator<T> { yield this.#p!; } static { at('static') } }
at([...new C<number>()], Make);
label: for (const x of [1, 2] as const) { if (x > 1) break label; at(x); }
const o = { m<T>(t: T): T { return t }, get a(): number { return 1 } }; at(o.m<string>('b'), o.a);
abstract class Q { private static readonly s: number = 1; static t = () => Q.s; protected abstract z: string }
at(Q.t(), \`\${1 as number}
two lines\`); at('end');`,
  'errors that show where they are': `
enum E { A }
class K { constructor(private a: number) { if (a) throw new RangeError('here'); } }
namespace N { export const f = () => {

  new K(1); }; }
N.f();`,
};

const commonJs: Readonly<Record<string, string>> = {
  'imports and exports as CommonJS has them': `${at}
import path = require('node:path');
import unused = require('node:fs');
namespace Far { export namespace Away { export const here = 1 } }
import away = Far.Away;
at(path.basename('/a/b'), away.here);
class Result { constructor(public ok = true) {} }
at(new Result());
export = { Result };`,
};

const modules: Readonly<Record<string, string>> = {
  'imports and exports of ES modules': `${at}
import { basename, type ParsedPath } from 'node:path';
import type { Stats } from 'node:fs';
import { Stats as Other } from 'node:fs';
import * as all from 'node:os';
import def, { EventEmitter } from 'node:events';
export enum Level { Low, High }
export namespace Api { export const version: number = 1 as const; }
export { Level as L, type ParsedPath };
export default class { constructor(readonly a = Level.High) {} }
const s: Stats | Other | undefined = undefined;
at(basename('/a/b'), all.EOL, def === EventEmitter, Level, Api, s);
at(await Promise.resolve(Level.High), import.meta.url.slice(0, 5));`,
};

describe('TypeScript with enums, namespaces and parameter properties', function () {
  this.timeout(300_000);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loopwise-ts-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [kind, all] of [
    ['cjs', { ...programs, ...commonJs }],
    ['mjs', { ...programs, ...modules }],
  ] as const) {
    for (const [name, source] of Object.entries(all)) {
      it(`${name}: the compiler's output prints the same, from the same lines (${kind})`, async () => {
        const transformed = transformTypeScript(source);
        assert.ok(transformed.kind === 'transformed', JSON.stringify(transformed));
        assert.equal(transformed.code.split('\n').length, source.split('\n').length);
        const { outputText } = ts.transpileModule(source, {
          fileName: `program.${kind === 'cjs' ? 'cts' : 'mts'}`,
          compilerOptions: {
            target: ts.ScriptTarget.ES2022,
            module: kind === 'cjs' ? ts.ModuleKind.CommonJS : ts.ModuleKind.ESNext,
            isolatedModules: true,
            inlineSourceMap: true,
          },
        });
        for (const major of ['20', '22', '24', '26'] as const) {
          const node = await ensureNode(major);
          const reference = await run(node, `reference.${kind}`, outputText, source);
          const ours = await run(node, `ours.${kind}`, transformed.code, source);
          assert.deepEqual(ours, reference, `on Node ${major}\n${transformed.code}`);
          assert.ok(reference.length > 0);
        }
      });
    }
  }

  const refused = {
    decorators: ['class A {\n  @log m() {}\n}', 2, { what: 'decorator' }],
    'patterns that a namespace exports': [
      'namespace N {\n\n  export const { a } = { a: 1 };\n}',
      3,
      { what: 'exportedPattern' },
    ],
    'names that hide the namespace': [
      'enum E {}\nnamespace N {\n  export const a = (N: 1) => a;\n}',
      2,
      { what: 'hiddenNamespace', namespace: 'N' },
    ],
  } as const;
  for (const [name, [source, line, reason]] of Object.entries(refused)) {
    it(`refuses ${name}, with their line`, () => {
      const result = transformTypeScript(source);
      assert.ok(result.kind === 'unsupported', JSON.stringify(result));
      assert.equal(result.line, line);
      assert.deepEqual(result.reason, reason);
    });
  }

  it('that is not TypeScript is told with its line', () => {
    const result = transformTypeScript('enum A { B }\nconst = 3;');
    assert.deepEqual([result.kind, 'line' in result && result.line], ['invalid', 2]);
  });

  it('is the kind of module that Node takes it for, whatever import is left out', () => {
    const kinds = {
      "import { Stats } from 'node:fs';\nenum A { B }": true,
      "import type { Stats } from 'node:fs';\nenum A { B }": false,
      'export enum A { B }': true,
      'enum A { B }\nawait A;': true,
      'export type C = 1;\nenum A { B }': false,
      'namespace N { export const a = 1 }': false,
    };
    for (const [source, isModule] of Object.entries(kinds)) {
      const result = transformTypeScript(source);
      assert.ok(result.kind === 'transformed', source);
      assert.equal(result.isModule, isModule, source);
    }
  });

  it('leaves to Node what only has types, unless it is asked for', () => {
    const source = 'declare enum A { B }\ntype C = 1;\nconst a: C = 1;';
    assert.deepEqual(transformTypeScript(source), { kind: 'types' });
    const always = transformTypeScript(source, { always: true });
    assert.ok(always.kind === 'transformed');
    assert.match(always.code, /^\s*\n\s*\nconst a = 1;$/);
  });

  /** What it prints, and the line and name of an error nobody caught. */
  async function run(node: string, name: string, code: string, source: string) {
    const file = join(folder, name);
    await writeFile(file, code);
    await writeFile(join(folder, `program.${name.endsWith('cjs') ? 'cts' : 'mts'}`), source);
    const { stdout, stderr } = await promisify(execFile)(node, [
      '--enable-source-maps',
      file,
    ]).catch((error: unknown) => error as { stdout: string; stderr: string });
    const place = /^\S*(?:program|ours)\.[cm][jt]s:(\d+)$/m.exec(stderr)?.[1];
    const error = /^\w*Error: .*$/m.exec(stderr)?.[0];
    return [...stdout.split('\n'), ...(error === undefined ? [] : [error, place])];
  }
});

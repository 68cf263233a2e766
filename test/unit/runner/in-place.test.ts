import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { StandInText } from '../../../src/runner/protocol.ts';
import type { Runtime } from '../../../src/runner/model.ts';
import { runBareFile, runPlacedFile, withoutHooks, writeProject } from './placed-run.ts';
import type { Project } from './placed-run.ts';
import type { Major } from '../../../scripts/nodes.mts';
import { majors, someMajors, useRunWorld } from './run-world.ts';

/** A program of the user's, and what it needs. `main` is its path in the project. */
interface Case {
  readonly main: string;
  readonly project: Project;
  /** What the editor holds and the disk does not: paths and texts. */
  readonly unsaved?: Project;
  /** How Node loads what it has to guess. */
  readonly kind?: 'cjs' | 'mjs';
  readonly args?: readonly string[];
  /** Node 20 does not run TypeScript, and loads only what is saved. */
  readonly not20?: true;
  /** A kind of file at its most: looked at on each Node, the others on one each. */
  readonly onEach?: true;
}

const order = `
process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('job'));
setImmediate(() => console.log('immediate'));`;

const whereCommonJs = `
const fs = require('node:fs'); const path = require('node:path');
console.log(__filename, __dirname, process.cwd(), process.argv.slice(1), require.main === module,
  module.id, module.paths[0], module.children.length, Object.keys(require.cache), module.parent,
  require.resolve('./lib/dep.js'), process.execArgv);
console.log(fs.readFileSync(path.join(__dirname, 'data.txt'), 'utf8'), fs.readdirSync('.').length);`;

const whereModule = `
import fs from 'node:fs';
console.log(import.meta.url, import.meta.filename, import.meta.dirname, process.cwd(), process.argv.slice(1),
  import.meta.resolve('./lib/dep.mjs'), import.meta.resolve('left'), import.meta.main, process.execArgv);
console.log(fs.readFileSync(new URL('./data.txt', import.meta.url), 'utf8'), typeof require, this);`;

/** What a project has beside its program. */
const beside: Project = {
  'data.txt': 'beside',
  'config.json': '{ "name": "config" }',
  'lib/dep.js': `exports.dep = 'dep'; exports.main = require.main === module; exports.stack = () => new Error('dep').stack;`,
  'lib/dep.mjs': `export const dep = 'dep'; export default import.meta.url; export const stack = () => new Error('dep').stack;`,
  'node_modules/left/package.json': `{ "name": "left", "main": "main.js" }`,
  'node_modules/left/main.js': `exports.left = __filename; exports.inner = require('./inner');`,
  'node_modules/left/inner.json': '[1]',
  'node_modules/both/package.json': `{ "name": "both", "exports": { "import": "./a.mjs", "require": "./a.cjs" } }`,
  'node_modules/both/a.mjs': `export default 'import';`,
  'node_modules/both/a.cjs': `module.exports = 'require';`,
};

const commonJs = `${whereCommonJs}
const { dep, main, stack } = require('./lib/dep'); console.log(dep, main, stack());
console.log(require('./config.json'), require('./config'), require('left'), require('both'));
import('./lib/dep.mjs').then(({ default: url }) => console.log(url));
console.log(new Error('here').stack); console.trace('there');${order}`;

const module = `${whereModule}
import { dep, stack } from './lib/dep.mjs'; import { left } from 'left'; import both from 'both';
import { dep as other } from './lib/dep.js'; import { createRequire } from 'node:module';
console.log(dep, left, both, other, createRequire(import.meta.url)('./config.json'), stack());
console.log(new Error('here').stack); await null; console.log('after');${order}`;

const typescript = `${whereCommonJs}
const { dep }: { dep: string } = require('./lib/dep.js');
interface Unused { readonly a: number }
function typed<T extends Unused>(value: T): T | undefined { console.log(new Error('typed').stack); return value }
typed({ a: 1 } as Unused); console.log(dep, require('./typed.ts'));${order}`;

const typescriptModule = `${whereModule}
import { answer, type Answer } from './typed.mts';
const value: Answer = answer; console.log(value, new Error('typed').stack);${order}`;

const typed: Project = {
  'typed.ts': `const value: number = 42; module.exports = { value, stack: new Error('typed').stack };`,
  'typed.mts': `export type Answer = number; export const answer: Answer = 42;`,
};

const cases: Readonly<Record<string, Case>> = {
  'CommonJS, with all that it finds beside it': {
    onEach: true,
    main: 'main.cjs',
    project: { ...beside, 'main.cjs': commonJs },
  },
  'CommonJS in a folder of a project, with arguments': {
    main: 'src/deep/main.js',
    args: ['--flag', 'two words', 'ö'],
    project: {
      'package.json': '{ "type": "commonjs" }',
      'src/deep/main.js': `console.log(__dirname, process.cwd(), process.argv.slice(1), require('../a').b, require('own'));${order}`,
      'src/a.js': `exports.b = require('./b').b;`,
      'src/b.js': `exports.b = __filename;`,
      'node_modules/own/index.js': `module.exports = __filename;`,
    },
  },
  'an ES module, with all that it finds beside it': {
    onEach: true,
    main: 'main.mjs',
    project: { ...beside, 'main.mjs': module },
  },
  'an ES module by its package': {
    main: 'src/main.js',
    project: {
      'package.json': '{ "type": "module", "imports": { "#own": "./src/own.js" } }',
      'src/main.js': `import { own } from '#own'; console.log(own, import.meta.url, new Error('x').stack);${order}`,
      'src/own.js': `export const own = import.meta.url;`,
    },
  },
  'an ES module by its syntax': {
    main: 'main.js',
    project: {
      'main.js': `import { a } from './a.js'; console.log(a, import.meta.url);${order}`,
      'a.js': 'export const a = 1;',
    },
  },
  'CommonJS without an ending that says so': {
    main: 'main',
    project: {
      main: `console.log(__filename, require('./a').a);${order}`,
      'a.js': 'exports.a = 1;',
    },
  },
  'spaces and letters of many scripts in its path': {
    main: 'mein Ördner %20 #1/программа 読む.js',
    project: {
      'mein Ördner %20 #1/программа 読む.js': `console.log(__filename, require('./ü').a, new Error('x').stack);${order}
import('./ü.js').then((ns) => console.log(ns.a));`,
      'mein Ördner %20 #1/ü.js': 'exports.a = __filename;',
    },
  },
  TypeScript: {
    onEach: true,
    main: 'main.ts',
    not20: true,
    project: { ...beside, ...typed, 'main.ts': typescript },
  },
  'TypeScript as an ES module': {
    onEach: true,
    main: 'main.mts',
    not20: true,
    project: { ...beside, ...typed, 'main.mts': typescriptModule },
  },
  'an error that nobody catches': {
    main: 'main.js',
    project: {
      'main.js': `const { f } = require('./f');\n\nconsole.log('first');\nf();`,
      'f.js': `exports.f = () => {\n  throw new TypeError('in f');\n};`,
    },
  },
  'an error in an ES module': {
    main: 'main.mjs',
    project: {
      'main.mjs': `import { f } from './f.mjs';\nsetTimeout(() => f(), 1);`,
      'f.mjs': `export function f() {\n  null.x;\n}`,
    },
  },
  'an error while an ES module is loaded': {
    main: 'main.mjs',
    project: { 'main.mjs': `import './f.mjs';`, 'f.mjs': `console.log(1);\nthrow new Error('f');` },
  },
  'a syntax error': { main: 'main.js', project: { 'main.js': `const a = 1;\n\nconst b = ;` } },
  'a syntax error in what it imports': {
    main: 'main.mjs',
    project: { 'main.mjs': `import './a.mjs';`, 'a.mjs': `let a;\nlet a;` },
  },
  'a module that is not there': {
    main: 'main.js',
    project: { 'main.js': `console.log(1);\nrequire('./a');`, 'a.js': `require('nope');` },
  },
  'an import that is not there': {
    main: 'main.mjs',
    project: { 'main.mjs': `import './a.mjs';`, 'a.mjs': `import './nope.mjs';` },
  },
  'an export that is not there': {
    main: 'main.mjs',
    project: { 'main.mjs': `import { b } from './a.mjs';`, 'a.mjs': `export const a = 1;` },
  },
  'a rejection, and an exit code': {
    main: 'main.js',
    project: {
      'main.js': `process.on('exit', (code) => console.log('exit', code));\nPromise.reject(new Error('r'));`,
    },
  },
  'an exit code of its own': {
    main: 'main.js',
    project: { 'main.js': `console.error('no'); process.exitCode = 3;` },
  },
  'an await that is never settled': {
    main: 'main.mjs',
    project: { 'main.mjs': `console.log(1);\n\nawait new Promise(() => {});` },
  },
  'text that is not saved': {
    main: 'main.js',
    not20: true,
    project: { ...beside, 'main.js': `console.log('old');` },
    unsaved: { 'main.js': commonJs },
  },
  'an ES module that is not saved': {
    main: 'main.mjs',
    not20: true,
    project: { ...beside, 'main.mjs': `console.log('old');` },
    unsaved: { 'main.mjs': module },
  },
  'TypeScript that is not saved': {
    onEach: true,
    main: 'main.ts',
    not20: true,
    project: { ...beside, ...typed, 'main.ts': `enum Old { A }` },
    unsaved: {
      'main.ts': typescript,
      'typed.ts': `const value: string = 'new'; module.exports = value;`,
    },
  },
  'what it requires is not saved': {
    onEach: true,
    main: 'main.js',
    not20: true,
    project: {
      'main.js': `console.log(require('./a'), require('./b.json'), require('left'), Object.keys(require.cache), module.children.length);\nrequire('./c');`,
      'a.js': `throw new Error('old');`,
      'b.json': `old`,
      'c.js': `console.log('old');`,
      'node_modules/left/index.js': `module.exports = require('./in');`,
      'node_modules/left/in.js': `exports.old = 1`,
    },
    unsaved: {
      'a.js': `\nmodule.exports = [__filename, new Error('a').stack, module.parent.id, require.main === module, require('./b.json').b];`,
      'b.json': `{ "b": 1 }`,
      'c.js': `\n\n  throw new RangeError('c');`,
      'node_modules/left/in.js': `exports.edited = 1`,
    },
  },
  'what it imports is not saved': {
    onEach: true,
    main: 'main.mjs',
    not20: true,
    project: {
      'main.mjs': `import { a } from './a.mjs'; import b, { named } from './b.cjs'; console.log(a, b, named);\nimport('./c.mjs?v=1');`,
      'a.mjs': `let a; let a;`,
      'b.cjs': `exports.old = 1;`,
      'c.mjs': `export {};`,
    },
    unsaved: {
      'a.mjs': `import './b.cjs';\nexport const a = new Error(import.meta.url).stack;`,
      'b.cjs': `\nexports.named = __filename;\nexports.stack = new Error('b').stack;\nexports.fs = typeof require('node:fs').readFileSync;\nexports.kids = module.children.length;\nexports.cached = Object.keys(require.cache).length;\nexports.main = require.main === module;`,
      'c.mjs': `\nthrow new Error(import.meta.url);`,
    },
  },
  'an unsaved syntax error': {
    main: 'main.js',
    not20: true,
    project: { 'main.js': `console.log('old');` },
    unsaved: { 'main.js': `\n\nconst b = ;` },
  },
  'lines of a file': {
    main: 'main.js',
    not20: true,
    project: {
      'main.js': `const { a } = require('./a');\nthrow new Error('not selected');\n  console.log(require('./a').a, __filename, new Error('x').stack);\n`,
      'a.js': `exports.a = 1;`,
    },
    unsaved: {
      'main.js': `\n\n  console.log(require('./a').a, __filename, new Error('x').stack);`,
    },
  },
};

const from22 = majors.slice(1);

describe('A file run where it is, compared with a bare `node file`', function () {
  this.timeout(180_000);
  const world = useRunWorld();
  const runtimes = new Map<Major, Runtime>();
  before(() => {
    for (const major of majors) {
      const runtime = world.runtime(major);
      const version = execFileSync(runtime.path, ['-p', 'process.versions.node'], {
        encoding: 'utf8',
      });
      runtimes.set(major, { ...runtime, version: version.trim() });
    }
  });
  const runtimesOf = (wanted: readonly Major[]) =>
    wanted.map((major) => runtimes.get(major) ?? assert.fail(major));

  const withProject = async (name: string, work: (folder: string) => Promise<void>) => {
    const folder = join(world.temporary, name);
    try {
      await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  async function compare(folder: string, name: string, each: Case) {
    const { main, project, unsaved = {}, kind, args, not20, onEach } = each;
    const start = { file: join(folder, main), folder, ...(args && { args }) };
    const able = not20 ? from22 : majors;
    for (const runtime of runtimesOf(onEach ? able : someMajors(name, able))) {
      await writeProject(folder, { ...project, ...unsaved });
      const bare = await runBareFile(runtime, start);
      await writeProject(folder, project);
      const before = await readdir(folder, { recursive: true });
      const texts = Object.entries(unsaved).map(([path, text]): StandInText => ({
        path: join(folder, path),
        text,
        ...(kind && { kind }),
      }));
      const [plain, recorded] = await Promise.all(
        [false, true].map((trace) =>
          runPlacedFile(runtime, world.childFolder, start, { trace, texts }),
        ),
      );
      assert.deepEqual(plain, bare, `on Node ${runtime.version}`);
      assert.deepEqual(
        recorded && withoutHooks(recorded),
        bare,
        `recorded, on Node ${runtime.version}`,
      );
      assert.deepEqual(await readdir(folder, { recursive: true }), before, 'written to');
    }
  }

  for (const [name, each] of Object.entries(cases)) {
    it(name, () => withProject('a project', (folder) => compare(folder, name, each)));
  }

  it('a workspace that is a link', () =>
    withProject('linked', async (folder) => {
      const real = join(folder, 'real');
      const link = join(folder, 'link');
      for (const [main, text] of [
        ['main.cjs', commonJs],
        ['main.mjs', module],
      ] as const) {
        await writeProject(real, { ...beside, [main]: text });
        await symlink(real, link).catch(() => undefined);
        const start = { file: join(link, main), folder: link };
        for (const runtime of runtimesOf(someMajors(main))) {
          const bare = await runBareFile(runtime, start);
          const placed = await runPlacedFile(runtime, world.childFolder, start, { trace: true });
          assert.deepEqual(withoutHooks(placed), bare, `on Node ${runtime.version}`);
        }
      }
    }));

  it('unsaved text in a workspace that is a link', () =>
    withProject('linked', async (folder) => {
      const [real, link] = [join(folder, 'real'), join(folder, 'link')];
      await writeProject(real, {
        'main.js': `console.log(require('./a').a)`,
        'a.js': `exports.a = 'old'`,
      });
      await symlink(real, link);
      const start = { file: join(link, 'main.js'), folder: link };
      const texts = [{ path: join(link, 'a.js'), text: `exports.a = __filename` }];
      for (const runtime of runtimesOf(from22)) {
        const { stdout } = await runPlacedFile(runtime, world.childFolder, start, {
          trace: true,
          texts,
        });
        assert.deepEqual(stdout, [join(real, 'a.js')], `on Node ${runtime.version}`);
      }
    }));
});

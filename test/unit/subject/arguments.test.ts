import assert from 'node:assert/strict';
import { moduleKind, typeOfPackage } from '../../../src/program/module-kind.ts';
import { obstacleAs } from '../../../src/program/module-obstacle.ts';
import { isModuleSyntax } from '../../../src/program/module-syntax.ts';
import { readArgument } from '../../../src/features/subject/command-argument.ts';

describe('What the predict commands are given', () => {
  it('is a snippet by its id, or a snippet of a tree', () => {
    assert.deepEqual(readArgument('a/b'), { kind: 'snippet', id: 'a/b' });
    assert.deepEqual(readArgument('snippet:a/b'), { kind: 'snippet', id: 'a/b' });
    assert.deepEqual(readArgument({ cardId: 'snippet:a/b' }), { kind: 'snippet', id: 'a/b' });
  });

  it('is a program with its expectation', () => {
    const program = { code: '1', kind: 'mjs', title: 'one', expect: ['a'] };
    assert.deepEqual(readArgument(program), { kind: 'program', program, own: true });
    assert.deepEqual(readArgument({ ...program, own: false }), {
      ...{ kind: 'program', program, own: false },
    });
  });

  it('is code of the workspace with its TypeScript, as one page hands it to another', () => {
    const program = { code: '1     ', kind: 'cjs', title: 'one', typescript: '1 as A' };
    const given = readArgument({ ...program, own: true });
    assert.deepEqual(given, { kind: 'program', program, own: true });
  });

  it('is the file that a menu of an editor belongs to', () => {
    const uri = { scheme: 'file', path: '/a.js', toString: () => 'file:///a.js' };
    assert.deepEqual(readArgument(uri), { kind: 'file', uri: 'file:///a.js' });
  });

  it('is nothing, or nothing of use', () => {
    assert.equal(readArgument(undefined).kind, 'none');
    const useless = [42, true, {}, [], { cardId: 'question:a' }, { code: 1, kind: 'cjs' }];
    for (const argument of [...useless, { code: '1', kind: 'ts' }]) {
      assert.equal(readArgument(argument).kind, 'unusable');
    }
  });
});

describe('The kind of module', () => {
  const kind = (name: string, type?: 'module' | 'commonjs', syntax = false) =>
    moduleKind(
      name,
      () => Promise.resolve(type),
      () => Promise.resolve(syntax),
    );

  it("is said by the file's ending before anything else", async () => {
    assert.equal(await kind('/x/a.mjs', 'commonjs'), 'mjs');
    assert.equal(await kind('/x/a.cjs', 'module'), 'cjs');
  });

  it("is said by the ending of TypeScript's files too", async () => {
    assert.equal(await kind('/x/a.mts', 'commonjs'), 'mjs');
    assert.equal(await kind('/x/a.cts', 'module'), 'cjs');
    assert.equal(await kind('/x/a.ts', 'module'), 'mjs');
  });

  it('is said by the nearest package.json before the syntax', async () => {
    assert.equal(await kind('/x/a.js', 'module', false), 'mjs');
    assert.equal(await kind('/x/a.js', 'commonjs', true), 'cjs');
  });

  it('is said by the syntax where nothing else does', async () => {
    assert.equal(await kind('/x/a.js', undefined, true), 'mjs');
    assert.equal(await kind('Untitled-1', undefined, false), 'cjs');
  });

  it('reads the type of a package, and takes broken files for silent ones', () => {
    assert.equal(typeOfPackage('{"type":"module"}'), 'module');
    assert.equal(typeOfPackage('{"type":"commonjs"}'), 'commonjs');
    for (const text of ['{}', '{', 'null', '{"type":1}']) {
      assert.equal(typeOfPackage(text), undefined);
    }
  });

  it('takes for a module what parses as nothing else', () => {
    const modules = ["import fs from 'node:fs';", 'await null;', 'export {};', 'import.meta.url;'];
    for (const code of modules) assert.equal(isModuleSyntax(code), true, code);
    const scripts = [
      "const fs = require('fs');",
      'return;',
      '#!/usr/bin/env node\n1',
      'const = 1;',
    ];
    for (const code of scripts) assert.equal(isModuleSyntax(code), false, code);
    assert.equal(isModuleSyntax("import a from 'a';\nconst = 1;"), true);
  });
});

describe('What keeps code from being the other kind', () => {
  it('is what only CommonJS has', () => {
    const uses = (code: string) => {
      const obstacle = obstacleAs('mjs', code);
      return obstacle?.kind === 'uses' ? obstacle.what : obstacle?.kind;
    };
    assert.equal(uses("const fs = require('node:fs');"), 'require');
    assert.equal(uses('console.log(__dirname);'), '__dirname');
    assert.equal(uses('exports.a = 1;'), 'exports');
    assert.equal(uses('module.exports = 1;'), 'module');
    assert.equal(uses('return;'), 'syntax');
    assert.equal(uses('with (x) y;'), 'syntax');
  });

  it('is what only ES modules have', () => {
    const uses = (code: string) => {
      const obstacle = obstacleAs('cjs', code);
      return obstacle?.kind === 'uses' ? obstacle.what : obstacle?.kind;
    };
    assert.equal(uses("import 'node:fs';"), 'import');
    assert.equal(uses('export {};'), 'import');
    assert.equal(uses('await null;'), 'await');
    assert.equal(uses('console.log(import.meta.url);'), 'import.meta');
  });

  it('is nothing where code nests deeper than the stack', () => {
    const deep = `a${'.a'.repeat(49_000)};`;
    assert.equal(obstacleAs('mjs', deep), undefined);
    assert.equal(obstacleAs('cjs', `${deep}\nawait null;`), undefined);
  });

  it('is nothing where names only look alike, or nothing parses', () => {
    const both = [
      'setTimeout(() => {}, 0);',
      'typeof require;',
      'x.require; ({ exports: 1 }); class A { module() {} }',
      'const require = (a) => a; require(1);',
      'function f(module) { return module; }',
      'const { exports } = {}; exports;',
      'try {} catch (module) { module; }',
      "import('node:fs');",
      'const = 1;',
    ];
    for (const code of both) {
      assert.equal(obstacleAs('mjs', code), undefined, code);
      assert.equal(obstacleAs('cjs', code), undefined, code);
    }
  });
});

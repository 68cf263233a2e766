import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readCode } from '../../../src/code-topics/read-code.ts';

const modules = join(import.meta.dirname, '../../../node_modules');

/** Packages whose files handle requests, read files, make promises or add listeners. */
const packages = [
  ...['express4/lib', 'express5/lib', 'fastify/lib', 'fastify/scripts', 'koa/lib', 'koa-compose'],
  ...[
    'hono/dist/helper',
    'hono/dist/middleware',
    'knex/lib/execution',
    'knex/lib/migrations',
    'send',
    'serve-static',
    'body-parser',
  ],
  ...['finalhandler', 'mocha/lib', 'jsonwebtoken', 'keyv/dist'],
];

const mostOfOnePackage = 60;

/** What was read and judged: the code would be better in the form that the question names. */
const right = new Set([
  'fastify/scripts/validate-ecosystem-links.js: returnAwait',
  'hono/dist/helper/ssg/ssg.js: asyncExecutor',
  'keyv/dist/index.cjs: awaitInLoop',
  'keyv/dist/index.js: awaitInLoop',
]);

function filesOf(name: string): string[] {
  const folder = join(modules, name);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?js$/.test(file))
    .sort()
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).size < 40_000)
    .slice(0, mostOfOnePackage);
}

describe('What is found in public packages', function () {
  this.timeout(60_000);

  it('is wrong in one of 100 files at most', async () => {
    const files = packages.flatMap(filesOf);
    assert.ok(files.length >= 200, String(files.length));
    const found: string[] = [];
    for (const file of files) {
      const { findings } = await readCode(readFileSync(file, 'utf8'), 'javascript', []);
      found.push(
        ...findings.map(({ rule }) => `${relative(modules, file).replaceAll('\\', '/')}: ${rule}`),
      );
    }
    const wrong = found.filter((one) => !right.has(one));
    assert.ok(
      wrong.length <= files.length / 100,
      `${wrong.length} of ${files.length}: ${wrong.join(', ')}`,
    );
    // It finds something, or a rule that finds nothing would pass.
    assert.ok(found.some((one) => right.has(one)));
  });
});

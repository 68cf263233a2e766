import assert from 'node:assert/strict';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ranLines } from '../../../src/program/coverage.ts';
import { writeProject } from '../runner/placed-run.ts';
import { majors, useRunWorld } from '../runner/run-world.ts';

describe('Which lines ran', () => {
  let folder = '';
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'coverage-')));
  });
  after(() => rm(folder, { recursive: true }));
  const world = useRunWorld();

  const main = `// A comment.
const { say } = require('./dep');
function never() {
  return 1;
}
if (process.argv.length > 9) {
  say('x');
} else say(process.env.NODE_V8_COVERAGE ?? 'y');
const t = true ? 1 : never(
  2,
);
`;

  for (const major of majors) {
    it(`is told by V8, of a file and of those that it imports, on Node ${major}`, async () => {
      await writeProject(folder, {
        'main.js': main,
        'dep.js': 'exports.say = (text) => {\n  console.log(text);\n};\nexports.other = () => 2;\n',
        'node_modules/p/index.js': '',
      });
      const place = { file: join(folder, 'main.js'), folder, texts: [], movable: false };
      const result = await world.run(main, { place, coverage: true, major });
      assert.deepEqual(
        result.lines.map(({ text }) => text),
        ['y'],
      );
      assert.equal(result.trace, undefined);
      assert.deepEqual(result.coverage, {
        files: [
          { ran: [2, 6, 8], partly: [9], not: [3, 4, 7, 10] },
          { file: join(folder, 'dep.js'), ran: [1, 2], partly: [4], not: [] },
        ],
        unknown: [],
      });
    });
  }

  it('is told of code that has no file, and of one that ends itself or by an error', async () => {
    const code = `console.log(1);\nif (1) process.exit();\nconsole.log(2);\n`;
    const { coverage } = await world.run(code, { coverage: true });
    assert.deepEqual(coverage?.files, [{ ran: [1, 2], partly: [], not: [3] }]);
    const thrown = await world.run(`throw new Error('x');\nnever();\n`, {
      coverage: true,
      kind: 'mjs',
    });
    assert.deepEqual(thrown.coverage?.files[0]?.not, [2]);
  });

  it('is not known of a program that was stopped', async () => {
    const { coverage, ended } = await world.run('for (;;);', {
      coverage: true,
      limits: { timeMs: 200 },
    });
    assert.deepEqual([ended, coverage], ['time', undefined]);
  });

  it('is not known of another text than the one that ran', () => {
    const run = { functions: [{ ranges: [{ startOffset: 0, endOffset: 9, count: 1 }] }] };
    assert.equal(ranLines('a();\nb();\n', [run]), undefined);
    assert.deepEqual(ranLines('a();\nb();', [run]), { ran: [1, 2], partly: [], not: [] });
  });

  it('is told of lines of a template, and of text that cannot be taken apart', () => {
    const whole = (text: string) => ({
      functions: [{ ranges: [{ startOffset: 0, endOffset: text.length, count: 1 }] }],
    });
    const template = 'f(`a\n${b}\nc`);\n';
    assert.deepEqual(ranLines(template, [whole(template)])?.ran, [1, 2, 3]);
    const odd = 'a();\n#\u0000 "b\n  }\n';
    assert.deepEqual(ranLines(odd, [whole(odd)])?.ran, [1, 2]);
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { causesOf } from '../../../src/inline/causes.ts';
import { arrived, placeOfError, printedLine } from '../../../src/inline/printed.ts';
import type { Printed, ShownRun } from '../../../src/inline/printed.ts';
import { writeProject } from '../runner/placed-run.ts';
import { majors, useRunWorld } from '../runner/run-world.ts';

describe('Results of a real run', () => {
  let folder = '';

  // Before the world has a folder of its own for what is temporary.
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'in line ö-'));
  });
  after(() => rm(folder, { recursive: true }));
  const world = useRunWorld();

  /** As the editor asks for it: lines as they come, and all of them at the end. */
  async function run(file: string, major: (typeof majors)[number]) {
    const live: Printed[] = [];
    const result = await world.run('', {
      major,
      kind: file.endsWith('.mjs') ? 'mjs' : 'cjs',
      place: { file: join(folder, file), folder, texts: [], movable: false },
      onLine: (line, write) => live.push(arrived(live.length + 1, line, write)),
    });
    return { live, result, printed: printedLines(result, live) };
  }

  const at = ({ text, place, phase }: Printed) => [
    text,
    place?.file === undefined ? '' : place.file.slice(place.file.lastIndexOf('/') + 1),
    place?.line,
    phase,
  ];

  for (const major of majors) {
    it(`stand at the lines that printed them, also of imported files, on Node ${major}`, async () => {
      await writeProject(folder, {
        'dep.js': `exports.say = (text) => {\n  console.log(text);\n};\nexports.fail = () => {\n  throw new Error('deep');\n};\n`,
        'node_modules/logger/index.js': `exports.info = (text) => console.log(text);\n`,
        'main.js': `const { say, fail } = require('./dep');
const { info } = require('logger');
console.log('main');
say('dep');
info('package');
setTimeout(() => {
  say('dep later');
  process.nextTick(fail);
}, 5);
process.nextTick(say, 'dep in a tick');
Promise.resolve().then(() => console.error('job'));
`,
      });
      const { printed, live } = await run('main.js', major);
      assert.deepEqual(printed.map(at), [
        ['main', '', 3, 'main'],
        ['dep', 'dep.js', 2, 'main'],
        // What a package prints stands where the program calls it.
        ['package', '', 5, 'main'],
        ['dep in a tick', 'dep.js', 2, 'nextTick'],
        ['job', '', 11, 'microtask'],
        ['dep later', 'dep.js', 2, 'timers'],
        ['Error: deep', 'dep.js', 5, 'nextTick'],
        ['1', '', undefined, 'nextTick'],
      ]);
      assert.deepEqual(
        live.map(({ number, text, place }) => [number, text, place?.line]),
        printed.slice(0, 6).map(({ number, text, place }) => [number, text, place?.line]),
      );
      const times = printed.slice(0, 6).map(({ ms = NaN }) => ms);
      assert.deepEqual(
        times,
        times.toSorted((one, other) => one - other),
      );
      assert.ok((times[5] ?? 0) >= 4, String(times));
    });
  }

  it('name files of ES modules, and say what led to a line', async () => {
    await writeProject(folder, {
      'dep.mjs': `export const say = (text) => console.log(text);\n`,
      'main.mjs': `import { say } from './dep.mjs';
say('now');
setTimeout(() => {
  setImmediate(() => say('later'));
}, 3);
`,
    });
    const { printed, result } = await run('main.mjs', '24');
    const file = pathToFileURL(join(folder, 'dep.mjs')).href;
    assert.deepEqual(
      printed.map(({ text, place }) => [text, place]),
      [
        ['now', { file, line: 1 }],
        ['later', { file, line: 1 }],
      ],
    );
    const { trace } = result;
    assert.ok(trace);
    assert.deepEqual(causesOf(trace, trace.lines[1]?.callback ?? 0), [
      { api: 'setImmediate', line: 4 },
      { api: 'setTimeout', line: 3, delayMs: 3 },
    ]);
    assert.deepEqual(causesOf(trace, 0), []);
  });
});

describe('The place of an error', () => {
  const place = (stack: string, line?: number, column?: number) =>
    placeOfError({ stack, ...(line && { line }), ...(column && { column }) });

  it('is the innermost call of the program', () => {
    const stack = `Error: x
    at node:internal/main:3:4
    at Object.parse (/a/node_modules/p/index.js:9:9)
    at new Thing (/a b/dep (1).js:5:9)
    at main (/a b/main.js:7:1)`;
    assert.deepEqual(place(stack, 7, 1), { file: '/a b/dep (1).js', line: 5 });
  });

  it('is the entry where that is innermost, however it is named', () => {
    assert.deepEqual(place('Error: x\n    at snippet.cjs:3:7', 3, 7), { line: 3 });
    assert.deepEqual(place('Error: x\n    at f (snippet.cjs:3:7)', 3, 7), { line: 3 });
    assert.deepEqual(place('Error: x\n    at f (file:///a/main.mjs:3:7)', 3, 7), { line: 3 });
    assert.deepEqual(place('', 4, 1), { line: 4 });
  });

  it('is not known of what has no stack and no place', () => {
    assert.equal(place(''), undefined);
    assert.equal(place('Error: x\n    at node:fs:1:1'), undefined);
  });

  it('is not invented where there is no record: a line is where it arrived', () => {
    const before = [arrived(1, { stream: 'stdout', text: 'a' }, { line: 3, column: 1 })];
    const lines = [
      { stream: 'stdout', text: 'a' },
      { stream: 'stdout', text: 'b' },
    ] as const;
    assert.deepEqual(printedLines({ lines }, before), [
      { number: 1, stream: 'stdout', text: 'a', place: { line: 3 } },
      { number: 2, stream: 'stdout', text: 'b' },
    ]);
  });
});

const printedLines = (run: ShownRun, before: readonly Printed[]): Printed[] =>
  run.lines.map((line, index) => printedLine(run, line, index + 1, before[index]));

import assert from 'node:assert/strict';
import { exportLine, placeOf } from '../../../src/practice/failure-place.ts';

const code = 'file:///home/ada/my%20practice/all.mjs';
const test = { name: 'n', hidden: false, first: 10, last: 20 };

describe('Where a failure is shown', () => {
  const place = (...frames: readonly string[]) =>
    placeOf(['Error: x', ...frames.map((frame) => `    at ${frame}`)].join('\n'), code, test);

  it('is the line of the code that threw, else the line of the assertion', () => {
    const assertion = 'TestContext.<anonymous> (file:///tmp/run-1/tests.mjs:15:12)';
    assert.deepEqual(place(`all (${code}:4:9)`, assertion), { file: 'code', line: 4, column: 9 });
    const inner = ['node:internal/process/task_queues:95:5', assertion];
    assert.deepEqual(place(...inner), { file: 'tests', line: 15, column: 12 });
    // Code that is called by an assertion that failed has not failed itself.
    assert.deepEqual(place(assertion, `all (${code}:4:9)`), {
      file: 'tests',
      line: 15,
      column: 12,
    });
  });

  it('is the test, rather than a helper that it calls', () => {
    const helper = 'check (file:///tmp/run-1/tests.mjs:5:3)';
    const within = 'file:///tmp/run-1/tests.mjs:18:7';
    assert.deepEqual(place(helper, within), { file: 'tests', line: 18, column: 7 });
    assert.deepEqual(place(helper), { file: 'tests', line: 5, column: 3 });
  });

  it('is the line of a mistake of syntax, which has no frame', () => {
    const stack = `${code}:3\nexport const all = (;\n                    ^\nSyntaxError: Unexpected token ';'`;
    assert.deepEqual(placeOf(stack, code, undefined), { file: 'code', line: 3, column: 1 });
  });

  it('is unknown where only others have frames', () => {
    assert.equal(
      place('file:///home/ada/other/all.mjs:4:9', `${code.slice(0, -4)}.test.mjs:1:1`),
      undefined,
    );
    assert.equal(placeOf('', code, test), undefined);
    // For such, the first line that exports something stands in.
    assert.equal(exportLine('// export\nconst a = 1;\nexport function all() {}\n'), 3);
    assert.equal(exportLine('// nothing\n'), 1);
  });
});

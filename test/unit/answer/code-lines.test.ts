import assert from 'node:assert/strict';
import { codeLines } from '../../../src/features/pages/code-marks.ts';

describe('The lines of a page about code', () => {
  it('go on from those of the document before it, which are counted and not shown', () => {
    const html = codeLines(`${'\n'.repeat(39)}  f();\n\ng();`);
    const steps = [...html.matchAll(/class="pass-(\d+)"/g)].map(([, step]) => Number(step));
    assert.equal(
      steps.reduce((sum, step) => sum + step),
      39,
    );
    assert.ok(html.startsWith('<span class="passed" data-count="39">'));
    assert.equal(html.match(/class="line/g)?.length, 3);
    assert.ok(!codeLines('f();').includes('pass'));
  });

  it('say how far they stand in, so that the rest of a long one stands there too', () => {
    const code = 'a\n  b\n<span class="x">    c</span>\n<i></i>\t d\n\n' + `${' '.repeat(40)}e\n`;
    const classes = [...codeLines(code).matchAll(/class="(line[^"]*)"/g)].map(([, name]) => name);
    assert.deepEqual(classes, [
      'line',
      'line in-2',
      'line in-4',
      'line in-2',
      'line',
      'line in-16',
    ]);
  });
});

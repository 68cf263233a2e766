import assert from 'node:assert/strict';
import { codeLines } from '../../../src/features/pages/code-lines.ts';

describe('The lines of a page about code', () => {
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

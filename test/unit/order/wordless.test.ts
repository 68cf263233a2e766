import assert from 'node:assert/strict';
import { wordless } from '../../../src/order/wordless.ts';
import type { OutputLine } from '../../../src/order/output.ts';

const line = (stream: OutputLine['stream'], text: string): OutputLine => ({ stream, text });

describe('An output without the wording of errors', () => {
  it('keeps their names and codes, and all that the program words', () => {
    const lines = [
      line('stdout', 'TypeError: told by the program'),
      line('stderr', '(node:12) [DEP0005] DeprecationWarning: Buffer() is deprecated'),
      line(
        'stderr',
        'TypeError [ERR_INVALID_ARG_TYPE]: The "path" argument must be of type string',
      ),
      line('stderr', '    at open (node:fs:12:3)'),
      line('stderr', 'Trying again: 2'),
      line('uncaught', "TypeError: Cannot read properties of undefined (reading 'x')"),
      line('uncaught', 'Error'),
      line('exit', '1'),
    ];
    assert.deepEqual(
      wordless(lines).map(({ text }) => text),
      [
        'TypeError: told by the program',
        '[DEP0005] DeprecationWarning',
        'TypeError [ERR_INVALID_ARG_TYPE]',
        'Trying again: 2',
        'TypeError',
        'Error',
        '1',
      ],
    );
  });

  it('differs where the kind of error, its code or its place does', () => {
    const texts = (...lines: OutputLine[]) => JSON.stringify(wordless(lines));
    assert.notEqual(texts(line('uncaught', 'Error: x')), texts(line('uncaught', 'TypeError: x')));
    assert.notEqual(
      texts(line('stderr', 'Error [ERR_A]: x')),
      texts(line('stderr', 'Error [ERR_B]: x')),
    );
    const [a, error] = [line('stdout', 'a'), line('stderr', 'Error: x')];
    assert.notEqual(texts(a, error), texts(error, a));
  });
});

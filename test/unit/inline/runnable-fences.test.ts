import assert from 'node:assert/strict';
import { runnableFences } from '../../../src/inline/runnable-fences.ts';

describe('Fences that can be run', () => {
  it('are JavaScript and TypeScript, at their lines in the document', () => {
    const text = [
      '---',
      'title: x',
      '---',
      '# Head',
      '```js',
      'console.log(1);',
      '',
      'console.log(2);',
      '```',
      '~~~TS title="a"',
      'const a: number = 1;',
      '~~~',
      '- in a list',
      '  ```mjs run',
      '  await 1;',
      '  ```',
      '```text output',
      'x',
      '```',
      '```py',
      'x',
      '```',
      '```cjs',
      '```',
      '```cjs',
      'f();',
    ].join('\n');
    assert.deepEqual(runnableFences(text), [
      { language: 'javascript', from: 5, to: 8 },
      { language: 'typescript', from: 10, to: 11 },
      { language: 'javascript', kind: 'mjs', from: 14, to: 15 },
      { language: 'javascript', kind: 'cjs', from: 25, to: 26 },
    ]);
  });
});

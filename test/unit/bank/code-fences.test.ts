import assert from 'node:assert/strict';
import { codeFences } from '../../../src/bank/code-fences.ts';

const text = `Text.

\`\`\`cjs run fs-read nte net
console.log(1);
\`\`\`

\`\`\`text output
1
\`\`\`

- In a list:

  \`\`\`mjs run
  await 1;
  \`\`\`

\`\`\`js fragment
return;
\`\`\`

\`\`\`snippet
by-delay
\`\`\`

~~~sh
node .
~~~
`;

describe('code fences', () => {
  it('are told apart by what stands after their marks, with their places', () => {
    assert.deepEqual(codeFences(text), [
      {
        kind: 'run',
        module: 'cjs',
        output: '1\n',
        permissions: ['fs-read', 'net'],
        unknown: ['nte'],
        code: 'console.log(1);\n',
        line: 3,
        end: 6,
      },
      { kind: 'output', code: '1\n', line: 7, end: 10 },
      {
        kind: 'run',
        module: 'mjs',
        permissions: [],
        unknown: [],
        code: 'await 1;\n',
        line: 13,
        end: 16,
      },
      { kind: 'fragment', language: 'js', code: 'return;\n', line: 17, end: 20 },
      { kind: 'snippet', name: 'by-delay', code: 'by-delay\n', line: 21, end: 24 },
      { kind: 'plain', language: 'sh', code: 'node .\n', line: 25, end: 28 },
    ]);
  });

  it('count their lines from the line that the text starts on', () => {
    assert.equal(codeFences(text, 11)[0]?.line, 13);
  });

  it('leave out an output that does not follow at once', () => {
    const [program] = codeFences(text.replace('```text output', 'So:\n\n```text output'));
    assert.equal(program?.kind === 'run' && program.output, undefined);
  });
});

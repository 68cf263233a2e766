import assert from 'node:assert/strict';
import { isBegun, startFile } from '../../../src/practice/start-file.ts';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');
const problem = {
  start: 'export function f() {}\n',
  task: `Write \`f\`.\n\n- ${words(30)}\n\n\`\`\`text\n${words(30)}\n  indented\n\`\`\``,
};

describe('The file in which a problem is solved', () => {
  const text = startFile(problem, 'Title (Mid, 20 minutes)');

  it('begins with the task as a comment, wrapped but for what is code', () => {
    assert.equal(
      text,
      `// Title (Mid, 20 minutes)
//
// Write \`f\`.
//
// - ${words(15)}
//   ${words(15)}
//
// \`\`\`text
// ${words(30)}
//   indented
// \`\`\`

export function f() {}
`,
    );
  });

  it('is begun once something was written into it', () => {
    assert.equal(isBegun(text, problem), false);
    assert.equal(isBegun(text.replaceAll('\n', '\r\n'), problem), false);
    assert.equal(isBegun(text.replace('{}', '{ return 1; }'), problem), true);
    assert.equal(isBegun('', problem), true);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { realFiles } from '../bank/real-bank.ts';

/** A line of code begins at most this much further right than the one before it. */
const most = 4;

/** Lines of the page's JavaScript and TypeScript that stand too far right, as after a careless paste. */
function misplaced(page: string): string[] {
  const fences = page.matchAll(/^```(?:js|cjs|mjs|ts)\b[^\n]*\n([^]*?)^```/gm);
  return [...fences].flatMap(([, code = '']) => {
    let before = 0;
    let isInTemplate = false;
    return code.split('\n').filter((line) => {
      const indent = line.search(/\S/);
      if (indent < 0) return false;
      const isWrong = !isInTemplate && indent - before > most;
      if ((line.match(/`/g)?.length ?? 0) % 2 === 1) isInTemplate = !isInTemplate;
      before = indent;
      return isWrong;
    });
  });
}

describe('Code in pages is indented step by step', () => {
  it('notices a line that stands too far right, though not in a template', () => {
    const page = (line: string) => `\`\`\`js fragment\nif (a) {\n${line}\n}\n\`\`\`\n`;
    assert.equal(misplaced(page('  b();')).length, 0);
    assert.equal(misplaced(page('        b();')).length, 1);
    assert.equal(misplaced(page('  b(`\n            c`);')).length, 0);
  });

  it('on every page', () => {
    const found = realFiles('.md').flatMap(({ file, path }) =>
      misplaced(readFileSync(path, 'utf8')).map((line) => `${file}: ${line.trim()}`),
    );
    assert.deepEqual(found, []);
  });
});

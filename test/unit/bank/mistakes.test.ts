import assert from 'node:assert/strict';
import { brokenDiagrams } from './broken-diagrams.ts';
import { brokenQuestions } from './broken-questions.ts';
import { brokenSnippets } from './broken-snippets.ts';
import { brokenTopics } from './broken-topics.ts';
import type { Broken } from './broken.ts';
import { loadChanged } from './temporary-bank.ts';

function check(title: string, table: readonly Broken[]): void {
  describe(title, () => {
    for (const { name, file, edit, on, inFile = file, column, says } of table) {
      it(name, async () => {
        const { mistakes, text } = await loadChanged({ file, edit });
        const line = typeof on === 'number' ? on : lineOf(text, on);
        const found = mistakes.map((mistake) => ({
          at: `${mistake.file}:${mistake.line}`,
          says: `${mistake.message}. ${mistake.advice}`,
        }));
        assert.deepEqual(found, [{ at: `${inFile}:${line}`, says }]);
        if (column !== undefined) assert.equal(mistakes[0]?.column, column);
      });
    }
  });
}

function lineOf(text: string, on: string): number {
  const line = text.split('\n').findIndex((candidate) => candidate.includes(on));
  assert.notEqual(line, -1, `"${on}" is nowhere`);
  return line + 1;
}

check('mistakes in a topic', brokenTopics);
check('mistakes in a question', brokenQuestions);
check('mistakes in a snippet', brokenSnippets);
check('mistakes in a drawing', brokenDiagrams);

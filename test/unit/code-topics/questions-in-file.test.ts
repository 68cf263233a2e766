import assert from 'node:assert/strict';
import { questionsInFile } from '../../../src/code-topics/file-questions.ts';
import { indexQuestions } from '../../../src/code-topics/question-index.ts';
import { readCode } from '../../../src/code-topics/read-code.ts';

const index = indexQuestions([
  { id: 'timers', relevantTo: ['setInterval', 'setTimeout'] },
  { id: 'files', relevantTo: ['fs.readFile', 'fs.promises'] },
  { id: 'wait', relevantTo: ['setTimeout'] },
  { id: 'readfilesync-in-handlers', relevantTo: [] },
]);

async function questionsOf(code: string, mastery: (id: string) => number = () => 0) {
  const reading = await readCode(code, 'javascript', index.names);
  return questionsInFile(reading, index, mastery).map(
    ({ id, places }) =>
      `${id}: ${places.map(({ start, end }) => code.slice(start, end)).join(' ')}`,
  );
}

describe('The questions that a file touches', () => {
  it('are found by the name that a question lists first, then in the order of the tree', () => {
    assert.deepEqual(index.find(['setTimeout']), ['wait', 'timers']);
    assert.deepEqual(index.find(['fs.promises.readFile', 'fs.promises', 'setTimeout']), ['files']);
    assert.deepEqual(index.find(['fs.open']), []);
  });

  it('have their places in the order of the text, with what is only imported where nothing else is', async () => {
    const code = `const { readFile } = require('fs');\nsetTimeout(f);\nsetInterval(f);`;
    assert.deepEqual(await questionsOf(code), [
      'files: readFile',
      'wait: setTimeout',
      'timers: setTimeout setInterval',
    ]);
    assert.deepEqual((await questionsOf(`${code}\nreadFile('a');`)).at(-1), 'files: readFile');
  });

  it('come with those first that are mastered least', async () => {
    const mastery = (id: string) => (id === 'files' ? 1 : id === 'wait' ? 0.5 : 0);
    const code = `const { readFile } = require('fs');\nreadFile('a');\nsetTimeout(f);`;
    assert.deepEqual(await questionsOf(code, mastery), [
      'timers: setTimeout',
      'wait: setTimeout',
      'files: readFile',
    ]);
  });

  it('are also those that know a better form', async () => {
    assert.deepEqual(
      await questionsOf(
        `const fs = require('fs');\nmodule.exports = (req, res) => res.end(fs.readFileSync('a'));`,
      ),
      ['readfilesync-in-handlers: readFileSync'],
    );
  });
});

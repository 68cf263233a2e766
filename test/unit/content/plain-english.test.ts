import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import remarkRetext from 'remark-retext';
import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextReadability from 'retext-readability';
import retextRepeatedWords from 'retext-repeated-words';
import retextSimplify from 'retext-simplify';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { materialTexts, realFiles } from '../bank/real-bank.ts';

/** Words of the trade, and small ones, for which the library knows plainer ones that are wrong here. */
const needed = [
  ...[
    'address',
    'combined',
    'component',
    'delete',
    'effect',
    'function',
    'immediately',
    'implement',
  ],
  ...['interface', 'maximum', 'monitor', 'option', 'parameters', 'previous', 'request'],
  ...['require', 'satisfy', 'type', 'utilisation', 'utilization', 'validate'],
  ...['all of', 'however', 'in between', 'it is', 'shall', 'there are', 'there is'],
];

const english = unified()
  .use(retextEnglish)
  .use(retextSimplify, { ignore: needed })
  .use(retextRepeatedWords)
  .use(retextIndefiniteArticle)
  // A sentence is too hard when all of its measures say so.
  .use(retextReadability, { age: 17, threshold: 1 });
const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkRetext, english.freeze() as never);

describe('A text is written in plain English', function () {
  this.timeout(60_000);
  for (const { file, path } of [...realFiles('.md'), ...materialTexts()]) {
    it(file, async () => {
      const text = new VFile({ path: file, value: readFileSync(path, 'utf8') });
      await markdown.run(markdown.parse(text), text);
      const found = text.messages.map(({ line, reason }) => `${file}:${line ?? 0}: ${reason}`);
      assert.deepEqual(found, []);
    });
  }
});

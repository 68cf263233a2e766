import assert from 'node:assert/strict';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import remarkRetext from 'remark-retext';
import retextEnglish from 'retext-english';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextReadability from 'retext-readability';
import retextRepeatedWords from 'retext-repeated-words';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { proseFiles } from './prose-files.ts';

const english = unified()
  .use(retextEnglish)
  .use(retextRepeatedWords)
  .use(retextIndefiniteArticle)
  // A sentence is too hard when all of its measures say so.
  .use(retextReadability, { age: 18, threshold: 1 });
const markdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkRetext, english.freeze() as never);

describe('A text repeats no word, has the right articles and no sentence that is hard to read', function () {
  this.timeout(60_000);
  for (const { file, text } of proseFiles().filter(({ file }) => file.endsWith('.md'))) {
    it(file, async () => {
      const page = new VFile({ path: file, value: text });
      await markdown.run(markdown.parse(page), page);
      const found = page.messages.map(({ line, reason }) => `${file}:${line ?? 0}: ${reason}`);
      assert.deepEqual(found, []);
    });
  }
});

import assert from 'node:assert/strict';
import { cheatSheet } from '../../../src/bank/cheat-sheet.ts';
import { cheatSheetMarkdown } from '../../../src/bank/cheat-sheet-markdown.ts';
import { cheatSheetHtml } from '../../../src/features/cheat-sheet/export-html.ts';
import { pageBody } from '../../../src/features/cheat-sheet/page-body.ts';
import { writeSheet } from '../../../src/features/cheat-sheet/sheet-thread.ts';
import { question } from '../answer/question.ts';
import { bundleWorker } from '../threads/bundle-worker.ts';

const exported = {
  ...{ title: 'Sheet', about: 'All.', sayIt: 'Say:', mistake: 'Mistake:' },
  levels: { junior: 'Junior', mid: 'Mid', senior: 'Senior' },
};
const bank = {
  topics: [{ id: 'loop', title: 'Loop', summary: '' }],
  questions: (['junior', 'senior'] as const).map((level) => ({
    ...question,
    ...{ id: level, topic: 'loop', level, sayIt: 'See [this](question:junior) & `a<b>`.' },
  })),
};

describe('Writing the cheat sheet in a thread', function () {
  this.timeout(60_000);
  const worker = bundleWorker(
    new URL('../../../src/features/cheat-sheet/sheet.worker.ts', import.meta.url),
  );
  after(() => worker.remove());

  it('makes the page and the files that are made here', async () => {
    const level = 'senior';
    const sheet = cheatSheet(bank, level);
    const common = { bank, level } as const;
    assert.equal(
      await writeSheet(
        worker.script,
        {
          kind: 'page',
          ...common,
          about: 'All.',
          names: exported.levels,
        },
        undefined,
      ),
      pageBody(bank, level, 'All.', exported.levels),
    );
    const file = { ...common, texts: exported, language: 'en' };
    assert.equal(
      await writeSheet(worker.script, { kind: 'html', ...file }, undefined),
      cheatSheetHtml(sheet, exported, 'en'),
    );
    assert.equal(
      await writeSheet(worker.script, { kind: 'markdown', ...file }, undefined),
      cheatSheetMarkdown(sheet, exported),
    );
  });
});

import assert from 'node:assert/strict';
import { renderAnswer } from '../../../src/features/answer/render-answer.ts';
import { createRenderThread } from '../../../src/features/answer/render-thread.ts';
import { createCodeMarks, fillMarks } from '../../../src/features/pages/code-marks.ts';
import { escapeHtml } from '../../../src/features/pages/escape-html.ts';
import { bundleWorker } from '../threads/bundle-worker.ts';
import { viewOf } from './question.ts';

describe('Rendering in a thread', function () {
  this.timeout(60_000);
  const worker = bundleWorker(
    new URL('../../../src/features/answer/render.worker.ts', import.meta.url),
  );
  const thread = createRenderThread(worker.script, undefined);
  const linked = (name: string): string | undefined =>
    ({ timers: 'timers', near: 'pack/near', constructor: 'constructor' })[name];
  after(() => {
    thread.dispose();
    worker.remove();
  });

  it('makes the page that is made here', async () => {
    const answer =
      'See [near](question:near), [this](question:constructor) and [none](question:none).\n\n```js fragment\na("<b>");\n```\n';
    const view = { ...viewOf({ answer }, { note: '[t](question:timers)' }), linked };
    const sent = await thread.answer(view);
    const { add, code, mark } = createCodeMarks();
    const here = renderAnswer(view, (text, language) => add({ code: text, language }));
    const whole = fillMarks(sent, undefined).html;
    assert.equal(whole, fillMarks({ ...here, code, mark }, undefined).html);
    assert.deepEqual(sent.blocks, here.blocks);
    for (const id of ['pack/near', 'constructor', 'timers'])
      assert.ok(whole.includes(`data-question="${id}"`), id);
    assert.ok(whole.includes(escapeHtml('a("<b>");')));
  });

  it('says its texts in the language of the window', async () => {
    const translated = createRenderThread(worker.script, { 'Key points': 'Kernaussagen' });
    try {
      const { html } = await translated.answer(viewOf());
      assert.ok(html.includes('Kernaussagen'));
      assert.ok(!html.includes('Key points'));
    } finally {
      translated.dispose();
    }
  });

  it('makes notes', async () => {
    const html = await thread.note('**a** [t](question:near)', linked);
    assert.match(html, /<strong>a<\/strong> <a href="#" data-question="pack\/near">t<\/a>/);
  });

  it('is given up when it takes too long: a page with an error, a note as it was written', async () => {
    const hurried = createRenderThread(worker.script, undefined, 1);
    try {
      const hostile = '![l'.repeat(21_000);
      await assert.rejects(hurried.answer({ ...viewOf({ answer: hostile }), linked }), {
        name: 'TookTooLong',
      });
      assert.equal(await hurried.note('<b>', linked), `<pre>${escapeHtml('<b>')}</pre>`);
    } finally {
      hurried.dispose();
    }
  });
});

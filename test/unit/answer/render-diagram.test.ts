import assert from 'node:assert/strict';
import { renderAnswer } from '../../../src/features/answer/render-answer.ts';
import { plain, viewOf } from './question.ts';

const drawing = (name: string) => ({
  name,
  title: 'A & B',
  desc: 'A leads to B.',
  viewBox: '0 0 320 80',
  body: '<path class="arrow" d="M0 0H9" marker-end="url(#diagram-head)"></path>',
});

describe('A drawing of an answer', () => {
  it('stands where its fence stands, named and described, with ids of its own', () => {
    const answer = '```diagram\none\n```\n\n```diagram\ntwo\n```\n';
    const view = viewOf({ answer, diagrams: [drawing('one'), drawing('two')] });
    const html = renderAnswer(view, plain).html;
    assert.equal(html.split('<figure class="diagram"').length, 3);
    assert.match(html, /<title id="diagram-1-title">A &#38; B<\/title>/);
    assert.match(html, /aria-labelledby="diagram-2-title diagram-2-desc"/);
    assert.match(html, /<marker id="diagram-2-head"[\s\S]*url\(#diagram-2-head\)/);
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('is left out when there is none of that name', () => {
    const html = renderAnswer(viewOf({ answer: '```diagram\nno-such-drawing\n```\n' }), plain).html;
    assert.doesNotMatch(html, /<figure|no-such-drawing/);
  });
});

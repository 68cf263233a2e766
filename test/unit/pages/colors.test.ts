import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contrast, readable } from '../../../src/webview/common/colors.ts';
import { stickyTop } from '../../../src/webview/common/sticky-top.ts';

const color = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('Colors that can be read', () => {
  it('have the contrast that WCAG gives in its examples', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21);
    assert.equal(contrast('#ffffff', '#ffffff'), 1);
    // https://www.w3.org/WAI/WCAG22/Techniques/general/G18: the grays that just pass on white.
    assert.ok(contrast('#767676', '#ffffff') >= 4.5);
    assert.ok(contrast('#777777', '#ffffff') < 4.5);
  });

  it('stay as they are where they can be read', () => {
    assert.equal(readable('#767676', ['#ffffff'], 4.5), '#767676');
  });

  it('are as readable as asked for on every ground, where any color is', () => {
    fc.assert(
      fc.property(color, fc.array(color, { minLength: 1, maxLength: 4 }), (text, grounds) => {
        const worst = (one: string) => Math.min(...grounds.map((ground) => contrast(one, ground)));
        const best = Math.max(worst('#000000'), worst('#ffffff'));
        assert.ok(worst(readable(text, grounds, 4.5)) >= Math.min(4.5, best));
      }),
    );
  });
});

describe('Columns beside each other', () => {
  it('stick below the top of the window, or with their end above its bottom where they are higher', () => {
    assert.equal(stickyTop(300, 800), 24);
    assert.equal(stickyTop(1000, 800), -224);
  });
});

import assert from 'node:assert/strict';
import { verifiedText } from '../../src/features/subject/verified-text.ts';

const verified = {
  nodes: ['20.20.2', '26.10.0'],
  runs: { race: 50, steady: 5 },
  snippets: { 'timers/a': '2026-11-23', 'timers/b': '2026-11-23', 'timers/later': '2026-11-25' },
};

describe('What is said of verified snippets', () => {
  it('names the majors and the day, and in detail the versions and how many runs', () => {
    const { text = '', detail = '' } = verifiedText(verified, ['timers/a']) ?? {};
    assert.match(text, /^Snippet verified on Node\.js 20, 26 on .*23/);
    assert.match(detail, /20\.20\.2, 26\.10\.0: 100 runs .+ 10 of/);
  });

  it('names the last day where they were verified on several', () => {
    const { text: same = '' } = verifiedText(verified, ['timers/a', 'timers/b']) ?? {};
    assert.match(same, /^Snippets verified on Node\.js 20, 26 on .*23/);
    const { text = '' } = verifiedText(verified, ['timers/later', 'timers/a']) ?? {};
    assert.match(text, /^Snippets verified on Node\.js 20, 26, the last one on .*25/);
  });

  it('is nothing as soon as one of them was not', () => {
    assert.ok(verifiedText(verified, Object.keys(verified.snippets)));
    assert.equal(verifiedText(verified, ['timers/a', 'timers/new']), undefined);
    assert.equal(verifiedText(undefined, ['timers/a']), undefined);
    assert.equal(verifiedText(verified, []), undefined);
  });
});

import assert from 'node:assert/strict';
import { cheatSheet, countsOf } from '../../../src/bank/cheat-sheet.ts';
import type { CheatSheetTexts } from '../../../src/bank/cheat-sheet-markdown.ts';
import { cheatSheetMarkdown } from '../../../src/bank/cheat-sheet-markdown.ts';
import { firstSentences } from '../../../src/bank/first-sentences.ts';
import { markdownBlocks } from '../../../src/bank/markdown-blocks.ts';
import type { Level } from '../../../src/bank/levels.ts';
import type { Bank, Question } from '../../../src/bank/model.ts';
import { cheatSheetHtml } from '../../../src/features/cheat-sheet/export-html.ts';
import { pageBody } from '../../../src/features/cheat-sheet/page-body.ts';
import type { PageTexts } from '../../../src/features/cheat-sheet/texts.ts';
import { question } from '../answer/question.ts';
import { realBank } from '../bank/real-bank.ts';

const texts: CheatSheetTexts = {
  ...{ title: 'Sheet', about: 'All of it.', sayIt: 'Say:', mistake: 'Mistake:' },
  levels: { junior: 'Junior', mid: 'Mid', senior: 'Senior' },
};
const pageTexts = {
  ...{ ...texts, level: 'Level', exportMarkdown: 'Markdown', exportHtml: 'HTML' },
  ...{
    exportHint: 'Hint',
    print: 'Print',
    printHint: 'Hint',
    empty: 'None',
    topics: 'Topics',
    brokenTitle: '',
    brokenText: '',
    tooLongTitle: '',
    tooLongText: '',
    reload: '',
    showLog: '',
  },
} as PageTexts;

const one = (id: string, level: Level, more: Partial<Question> = {}): Question => ({
  ...question,
  ...{ id, level, title: id, ...more },
});
const bank: Pick<Bank, 'topics' | 'questions'> & Bank = {
  ...{ format: 1, snippets: [] },
  topics: [
    { id: 'p/types', title: 'Types', summary: '', pack: { id: 'p', title: 'Pack', summary: '' } },
    { id: 'loop', title: 'Loop', summary: '' },
    { id: 'hard', title: 'Hard', summary: '' },
  ],
  questions: [
    one('p/any', 'junior', { topic: 'p/types', pack: 'p' }),
    one('timers', 'mid'),
    one('phases', 'junior'),
    one('clusters', 'senior', { topic: 'hard' }),
  ],
};

describe('The cheat sheet of a bank', () => {
  const ids = (level: Level) =>
    cheatSheet(bank, level).topics.map(({ id, questions }) => [id, ...questions.map((q) => q.id)]);

  it('has the questions of a level and of those below, packs after the rest', () => {
    assert.deepEqual(ids('junior'), [
      ['loop', 'phases'],
      ['p/types', 'p/any'],
    ]);
    assert.deepEqual(ids('mid'), [
      ['loop', 'timers', 'phases'],
      ['p/types', 'p/any'],
    ]);
    assert.deepEqual(ids('senior').at(1), ['hard', 'clusters']);
    assert.equal(cheatSheet(bank, 'senior').count, 4);
    assert.deepEqual(countsOf(bank), { junior: 2, mid: 3, senior: 4 });
  });

  it('takes one sentence to begin with, and the points on one line each', () => {
    const long = one('x', 'mid', {
      sayIt: 'It waits for `a.b(). C`, e.g. Node\nand more. Then it goes on.',
      keyPoints: [{ id: 'p', text: 'One\n  point' }],
    });
    const [sheet] = cheatSheet({ ...bank, questions: [long] }, 'mid').topics;
    assert.equal(sheet?.questions[0]?.sayIt, 'It waits for `a.b(). C`, e.g. Node and more.');
    assert.deepEqual(sheet.questions[0].keyPoints, ['One point']);
  });

  it('never leaves a quoted mistake without what is wrong with it', () => {
    const quoted = one('x', 'mid', {
      commonMistake:
        '"All timers run first, then all the promises."\nThey do not. And more.\n\nOther.',
    });
    const [sheet] = cheatSheet({ ...bank, questions: [quoted] }, 'mid').topics;
    assert.equal(
      sheet?.questions[0]?.mistake,
      '"All timers run first, then all the promises." They do not.',
    );
  });

  it('of the questions that ship is short enough for paper', async function () {
    this.timeout(60_000);
    const sheet = cheatSheet((await realBank()).bank, 'senior');
    assert.ok(sheet.count >= 42);
    for (const { id, sayIt, mistake, keyPoints } of sheet.topics.flatMap((t) => t.questions)) {
      for (const line of [sayIt, mistake, ...keyPoints]) {
        assert.doesNotMatch(line, /\n/);
        assert.equal((line.match(/`/g)?.length ?? 0) % 2, 0, `${id}: ${line}`);
      }
      assert.ok(sayIt.length >= 15 && sayIt.length <= 330, `${id} begins: ${sayIt}`);
      assert.ok(mistake.length >= 15 && mistake.length <= 400, `${id}, mistake: ${mistake}`);
    }
  });
});

describe('The first sentences of a text', () => {
  it('are those of its first paragraph of prose', () => {
    assert.deepEqual(firstSentences('```js\nx\n```\n\n- One. Two!\n\nThree.'), ['One.', 'Two!']);
    assert.deepEqual(firstSentences(''), []);
  });

  it('do not end inside of numbers, code or addresses', () => {
    assert.deepEqual(
      firstSentences('Since Node 20.19 `a.b. C` works, [see](https://a.b/c. D). Then?'),
      ['Since Node 20.19 `a.b. C` works, [see](https://a.b/c. D).', 'Then?'],
    );
  });
});

const attack = '<script>alert(1)</script>`</b>` [x](javascript:alert(1)) ![i](https://e.com/i.png)';
const attacked: Bank = {
  ...bank,
  topics: [{ id: 'loop', title: attack, summary: '' }],
  questions: [
    one('a', 'mid', {
      ...{ title: attack, sayIt: attack, commonMistake: attack },
      keyPoints: [{ id: 'p', text: attack }],
    }),
  ],
};

describe('An exported cheat sheet', () => {
  it('as Markdown has a heading for each topic and question, and one list for each', () => {
    const blocks = markdownBlocks(cheatSheetMarkdown(cheatSheet(bank, 'senior'), texts));
    const count = (tag: string) => blocks.filter((block) => block.tag === tag).length;
    assert.deepEqual([count('h1'), count('h2'), count('h3'), count('ul')], [1, 3, 4, 4]);
  });

  it('as Markdown has plain titles as they are, and no link that leads nowhere', () => {
    const odd = one('x', 'mid', {
      title: 'What is `a_b_c` in <T>[0] & #1?',
      sayIt: 'See [the `loop`](question:loop) and [docs](https://nodejs.org).',
    });
    const text = cheatSheetMarkdown(cheatSheet({ ...bank, questions: [odd] }, 'mid'), texts);
    assert.match(text, /What is \\`a\\_b\\_c\\` in \\<T\\>\\\[0\\\] & \\#1\?/);
    assert.match(text, /See the `loop` and \[docs\]\(https:\/\/nodejs\.org\)\./);
    assert.doesNotMatch(text, /question:/);
  });

  it('as HTML stands for itself, whatever the texts hold', () => {
    const html = cheatSheetHtml(cheatSheet(attacked, 'mid'), { ...texts, title: attack }, 'en');
    assert.doesNotMatch(html, /<(script|img|link|iframe|b)\b|javascript:alert\(1\)"|url\(/i);
    assert.equal(html.match(/<article>/g)?.length, 1);
    assert.match(html, /&#60;script&#62;/);
  });

  it('as HTML of the whole bank closes all it opens', async function () {
    this.timeout(60_000);
    const html = cheatSheetHtml(cheatSheet((await realBank()).bank, 'senior'), texts, 'en');
    const open: string[] = [];
    for (const [, end, tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (end) assert.equal(open.pop(), tag);
      else if (tag !== 'meta' && tag !== 'br') open.push(tag);
    }
    assert.deepEqual(open, []);
    assert.doesNotMatch(html, /question:|href="(?!https:)/);
  });
});

describe('The page of the cheat sheet', () => {
  it('has all questions, and says of each from which level on it is shown', () => {
    const body = pageBody(bank, 'mid', 'About', pageTexts);
    assert.match(body, /<main id="sheet" data-level="mid">/);
    assert.match(body, /class="topic from-senior" aria-labelledby="topic-hard"/);
    assert.match(body, /class="topic from-junior" aria-labelledby="topic-loop"/);
    assert.match(body, /class="question from-senior" data-id="clusters"/);
    assert.match(body, /id="level-mid" data-level="mid" aria-pressed="true"/);
  });

  it('links to the questions of the same pack first', () => {
    const linking: Bank = {
      ...bank,
      questions: [
        ...bank.questions,
        one('any', 'mid'),
        one('p/x', 'mid', { ...{ topic: 'p/types', pack: 'p' }, sayIt: '[a](question:any) b.' }),
      ],
    };
    assert.match(pageBody(linking, 'mid', '', pageTexts), /data-question="p\/any">a</);
  });

  it('runs and loads nothing, whatever the texts hold', () => {
    const body = pageBody(attacked, 'mid', attack, pageTexts);
    assert.doesNotMatch(body, /<(script|img|link|iframe|b)\b|href="(?!#)/i);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ankiText } from '../../../../src/study/transfer/anki-text.ts';
import { localDay } from '../../../../src/study/transfer/local-day.ts';
import { csvOf, csvRow } from '../../../../src/study/transfer/csv.ts';
import { ankiCards } from '../../../../src/features/transfer/anki-cards.ts';

describe('A table for a spreadsheet', () => {
  it('holds no formula, whatever a text begins with', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|cmd']) {
      assert.match(csvOf([[text]]), /^\uFEFF"'/, text);
    }
    assert.equal(csvOf([['a-b', 'x=1', '2026-01-01']]), '\uFEFF"a-b","x=1","2026-01-01"\r\n');
  });

  it('is the same when it is made row by row', () => {
    const rows = [['a', 1], ['=b']] as const;
    assert.equal(csvOf([]) + rows.map(csvRow).join(''), csvOf(rows));
  });

  it('has cells that end where they should', () => {
    assert.equal(csvOf([['a "b"\nc', 7, -1.5, undefined]]), '\uFEFF"a ""b""\nc",7,-1.5,\r\n');
  });
});

describe('The day in the name of a file', () => {
  it('is that of the user, not that of Greenwich', () => {
    for (const hour of [0, 23]) {
      assert.equal(localDay(new Date(2026, 0, 9, hour, 30)), '2026-01-09', `${hour}`);
    }
  });
});

describe('Cards for Anki', () => {
  /** As Anki's manual tells to read a file: headers, then fields that quotes may enclose. */
  const fieldsOf = (text: string): string[][] =>
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t').map((field) => field.slice(1, -1).replaceAll('""', '"')));

  it('say in headers how they are to be read', () => {
    assert.equal(
      ankiText([{ front: 'a', back: 'b', tags: ['one', 'two words'] }], 'Loopwise'),
      `#separator:tab
#html:true
#columns:Front\tBack\tTags
#notetype:Basic
#deck:Loopwise
#tags column:3
"a"\t"b"\t"one two-words"
`,
    );
  });

  it('are one line each, with the same texts, whatever these hold', () => {
    const texts = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(fc.record({ front: texts, back: texts })), (cards) => {
        const lines = fieldsOf(
          ankiText(
            cards.map((card) => ({ ...card, tags: [] })),
            'd',
          ),
        );
        const shown = (text: string): string => text.replace(/\s+/g, ' ');
        assert.deepEqual(
          lines.map(([front = '', back = '']) => [shown(front), shown(back)]),
          cards.map(({ front, back }) => [shown(front), shown(back)]),
        );
      }),
    );
  });

  const texts = {
    print: { cjs: 'Prints?', mjs: 'Prints? (module)' },
    ...{ output: 'Output:', outputWith: 'With {0}:', outputElse: 'Else:', or: 'or' },
    ...{ more: 'More.', exit: '(exit {0})' },
  };

  it('show the texts of anybody without what could run', () => {
    const reason = '<img src=x onerror=alert(1)> [a](javascript:alert(1))';
    const [card] = ankiCards(
      [
        {
          kind: 'check',
          of: { id: 'c', question: '`1 < 2`?', choices: [{ text: 'Yes', correct: true, reason }] },
          tags: [],
        },
      ],
      texts,
    );
    assert.equal(card?.front, '<p><code>1 &lt; 2</code>?</p><ol type="A"><li>Yes</li></ol>');
    assert.equal(card.back, '<p><b>Yes</b></p><p>&lt;img src=x onerror=alert(1)&gt; a</p>');
  });

  it('list every output of a snippet, for each Node.js, and say when there are more', () => {
    const of = {
      code: "if (a < b)\n  log('x')\n",
      kind: 'cjs',
      teaches: 'T',
      expect: { any: ['1', '2'] },
      variants: [
        { from: 20, to: 22, expect: ['1', { uncaught: 'Error: x' }, { exit: 1 }] },
        { from: 26, expect: { any: ['1', '2', '3'] } },
      ],
    } as const;
    const [card] = ankiCards([{ kind: 'snippet', of, tags: [] }], texts);
    const pre = '<pre style="text-align:left">';
    assert.equal(card?.front, `<p>Prints?</p>${pre}if (a &#60; b)<br>  log(&#39;x&#39;)</pre>`);
    const back = card.back
      .replaceAll(pre, '[')
      .replaceAll('</pre>', ']')
      .replace(/<\/?p>/g, ' ');
    assert.match(back, /With 20–22: \[1<br>Uncaught Error: x<br>\(exit 1\)\]/);
    assert.match(back, /With ≥ 26: .* More\. /);
    assert.match(back, /Else: \[1<br>2\] or \[2<br>1\] T $/);
  });
});

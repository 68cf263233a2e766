import assert from 'node:assert/strict';
import fc from 'fast-check';
import { deriveDecoys, neverPrinted } from '../../../src/bank/decoys.ts';
import { parseSnippet } from '../../../src/bank/parse-snippet.ts';
import { displayText } from '../../../src/order/line-text.ts';
import type { OutputLine } from '../../../src/order/output.ts';

const out = (text: string): OutputLine => ({ stream: 'stdout', text });
const derived = (code: string, ...printed: string[]) => deriveDecoys(code, printed.map(out));

describe('Decoys that are taken from the code', () => {
  it('are the texts of calls that no run reaches, with their stream', () => {
    const code = `
      console.log('start');
      promise.then(() => console.log('resolved')).catch(() => console.error("rejected"));
      // console.log('in a comment');
      /* console.log('in another one'); */
      process.stdout.write('written\\n');`;
    assert.deepEqual(derived(code, 'start', 'resolved'), [
      { stream: 'stderr', text: 'rejected' },
      out('written'),
    ]);
  });

  it('are else one printed text with another value in it', () => {
    assert.deepEqual(derived('console.log(`total: ${sum}`)', 'total: 3'), [out('total: 4')]);
    assert.deepEqual(derived("console.log('same:', a === b)", 'same: true'), [out('same: false')]);
    // What it could be taken for is printed as well.
    assert.deepEqual(derived('console.log(`tick ${n}`)', 'tick 1', 'tick 2'), [out('tick 0')]);
    assert.deepEqual(derived('console.log(`is ${n}`)', 'is 0', 'is 1'), [out('is 2')]);
  });

  it('are not what is only a part of a printed line', () => {
    assert.deepEqual(derived("log('was called'); log('ends' + name)", 'A: was called'), []);
    assert.deepEqual(derived("log('is\\tprinted')"), []);
  });

  it('are three at most, and each is there once', () => {
    const code = ['a', 'b', 'b', 'c', 'd'].map((text) => `log('never ${text}');`).join('');
    assert.deepEqual(derived(code, 'x').map(displayText), ['never a', 'never b', 'never c']);
  });

  it('are never printed, whatever the code looks like', () => {
    const piece = fc.constantFrom(
      ...['console.log(', "log('", "'a", 'a', '1', '`', '${', '}', ')', "', ", '\n', '//', 'b 2'],
    );
    const line = fc.constantFrom('a', '1', 'a 1', 'b 2', "A'", 'a1').map(out);
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.array(line, { maxLength: 5 }),
        (code, printed) => {
          const isNever = neverPrinted(printed);
          assert.ok(deriveDecoys(code.join(''), printed).every(isNever));
        },
      ),
    );
  });

  // The lint knows patterns that take long; here they meet what would make them.
  it('are few in a file that is made to take long', () => {
    const hostile = [
      'log("'.repeat(25_000),
      `log('${'\\\\'.repeat(60_000)}`,
      `/*${'*'.repeat(120_000)}`,
      `log(\`${'${a}'.repeat(45)}\`);`.repeat(500),
    ];
    const printed = Array.from({ length: 1000 }, (_, at) => out(`${'a'.repeat(190)}${at}`));
    for (const code of hostile) assert.ok(deriveDecoys(code, printed).length <= 3);
  });
});

describe('What is never printed', () => {
  it('is not what differs only in case, blanks and quotes, or is short for what Node words', () => {
    const isNever = neverPrinted([
      out("It's on"),
      { stream: 'stderr', text: '(node:7) [DEP0005] DeprecationWarning: Buffer() is old' },
      { stream: 'exit', text: '1' },
    ]);
    for (const text of ['its  ON', 'DeprecationWarning', 'exit code 1']) {
      assert.equal(isNever(out(text)), false, text);
    }
    assert.equal(isNever(out('it is on')), true);
    assert.equal(isNever({ stream: 'exit', text: '2' }), true);
  });
});

describe('The decoys of a snippet', () => {
  const snippet = (fields: string) =>
    parseSnippet({
      ...{ file: 'q/s.cjs', topic: 't', question: 'q', name: 's', kind: 'cjs' },
      text: `/* ---\ntitle: T\ndifficulty: easy\nteaches: One thing.\nexpect: [a]\n${fields}--- */\nconsole.log('a');\nif (no) console.log('b');\n`,
    }).snippet;

  it('are those of its author, or those of its code', () => {
    assert.deepEqual(snippet('')?.decoys, [out('b')]);
    const written = snippet('decoys:\n  - c\n  - err: d\n')?.decoys;
    assert.deepEqual(written, [out('c'), { stream: 'stderr', text: 'd' }]);
    assert.equal(snippet('decoys: []\n')?.decoys, undefined);
  });
});

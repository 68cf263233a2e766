import assert from 'node:assert/strict';
import { bankParser, compileBank } from '../../../src/bank/compile-bank.ts';
import { limits } from '../../../src/bank/limits.ts';
import type { Mistake } from '../../../src/bank/mistake.ts';

/** Files that stopped the reader, or took the whole pack with them, and what is said of each now. */
const listOf = (length: number, item: (index: number) => string): string =>
  Array.from({ length }, (_, index) => item(index)).join('\n');

const question = (matter: string, body = '') =>
  bankParser.question({
    ...{ file: 'q.md', topic: 't', id: 'q' },
    text: `---\n${matter}\n---\n${body}`,
  }).mistakes;
const snippet = (matter: string) =>
  bankParser.snippet({
    ...{ file: 's.cjs', topic: 't', question: 'q', name: 's', kind: 'cjs' },
    text: `/* ---\n${matter}\n--- */\ncode();\n`,
  }).mistakes;
const good = 'title: T\ndifficulty: easy\nteaches: It.\n';
const drawing = (inside: string) =>
  bankParser.diagram({
    ...{ file: 'd.svg', topic: 't', question: 'q', name: 'd' },
    text: `<svg viewBox="0 0 9 9"><title>a</title><desc>b</desc>${inside}</svg>`,
  }).mistakes;
const first = (mistakes: readonly Mistake[]) => mistakes[0]?.message ?? '';

describe('A hostile file of a bank', () => {
  it('is one mistake, and says what was too much', () => {
    const cases: readonly (readonly [readonly Mistake[], RegExp])[] = [
      [snippet(`${good}expect: &a [x, *a]`), /^Anchors and aliases/],
      [snippet(`${good}expect:\n${listOf(3000, (n) => `  - line ${n}`)}`), /3000 items .* 1000/],
      [
        snippet(
          `${good}race: r\nexpect:\n  any:\n${listOf(
            4,
            (branch) => `    - [${listOf(900, (n) => `${branch}-${n},`).replaceAll('\n', ' ')}]`,
          )}`,
        ),
        /expects 3600 lines in all; at most 1000/,
      ],
      [question('- '.repeat(20_000)), /nests too deeply/],
      [question('- '.repeat(50_000)), /too long: at most 65536/],
      [snippet('['.repeat(50_000)), /nests too deeply/],
      [snippet(listOf(10_000, (n) => `k${n}: 1`)), /10000 fields .* at most 100/],
      [snippet(`a: [${','.repeat(100_000)}]`), /comma has nothing before it/],
      [snippet(`a: ${'!x '.repeat(40_000)}b`), /^Tags of YAML/],
      [snippet(`a: ${'&x '.repeat(40_000)}b`), /^Anchors and aliases/],
      [snippet('x'.repeat(limits.fileLength)), /too long: at most 131072/],
      [drawing(`<circle r="${'1'.repeat(100_000)}x"/>`), /`r` cannot be `1+`/],
      [drawing(`<polyline points="${'100,120 '.repeat(12)};"/>`), /`points` cannot be/],
      [drawing('x'.repeat(limits.fileLength)), /too long/],
    ];
    for (const [mistakes, message] of cases) assert.match(first(mistakes), message);
    for (const [index, [mistakes]] of cases.entries()) {
      // A question without front matter lacks its parts as well.
      if (index !== 3) assert.equal(mistakes.length, 1, first(mistakes));
    }
  });

  it('has no more mistakes than anybody reads, and says that there are more', () => {
    const mistakes = drawing('<video/>'.repeat(5000));
    assert.equal(mistakes.length, limits.mistakesOfFile + 1);
    assert.match(mistakes.at(-1)?.message ?? '', /more mistakes in this file/);
  });

  it('takes a heading of blanks in one go', () => {
    const mistakes = question('a: b', `## Quick checks\n\n### x${' '.repeat(60_000)}{#y}z\n`);
    assert.ok(mistakes.some(({ message }) => message === 'The quick check has no id'));
  });

  it('never takes the other files with it', () => {
    const files = { topics: [], snippets: [], diagrams: [] };
    const broken = { file: 'a.md', topic: 't', id: 'a', text: 'x'.repeat(1_000_000) };
    const other = { file: 'b.md', topic: 't', id: 'b', text: '' };
    const { mistakes } = compileBank({ ...files, questions: [broken, other] });
    assert.equal(mistakes.filter(({ file }) => file === 'a.md').length, 1);
    assert.ok(mistakes.some(({ file }) => file === 'b.md'));
  });

  it('is not searched for what each of very many names may mean', () => {
    let asked = 0;
    const questions = Array.from({ length: 400 }, (_, index) => ({
      ...{ file: `${index}.md`, topic: 't', id: `question-${index}` },
      text: `---\ntitle: T\nlevel: mid\ntags: [a]\nrelated: [qeustion-${index}]\nsources: [{ title: a, url: https://nodejs.org/ }, { title: b, url: https://nodejs.org/ }]\n---\n`,
    }));
    const outside = (): boolean => (asked++, false);
    const { mistakes } = compileBank(
      { topics: [], snippets: [], diagrams: [], questions },
      outside,
    );
    const meant = mistakes.filter(({ advice }) => advice.startsWith('Did you mean'));
    assert.deepEqual([asked, meant.length], [400, limits.suggestions]);
  });
});

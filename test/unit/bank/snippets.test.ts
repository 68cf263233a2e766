import assert from 'node:assert/strict';
import { basename, dirname, extname } from 'node:path';
import type { Major } from '../../../scripts/nodes.mjs';
import type { Snippet } from '../../../src/bank/model.ts';
import { displayText } from '../../../src/order/line-text.ts';
import { matchLines } from '../../../src/order/matcher.ts';
import type { Order } from '../../../src/order/order.ts';
import type { RunResult } from '../../../src/runner/model.ts';
import { realBank, realFiles } from './real-bank.ts';
import { atOnce, realNodes } from './real-runs.ts';
import type { RealNodes } from './real-runs.ts';

/** A race shows its rarer orders only now and then: raise it for a new snippet. */
const raceRuns = Number(process.env['LOOPWISE_SNIPPET_RUNS'] ?? 25);
const runs = 3;

describe('what a snippet prints is what its expectation allows', function () {
  this.timeout(300_000);
  let nodes: RealNodes;

  before(async () => {
    nodes = await realNodes();
  });
  after(() => nodes.remove());

  for (const file of realFiles('.cjs', '.mjs')) {
    it(file, async () => {
      const { bank } = await realBank();
      const id = `${basename(dirname(file))}/${basename(file, extname(file))}`;
      const snippet = bank.snippets.find((candidate) => candidate.id === id);
      assert.ok(snippet, `${id} has mistakes, see the test of the real bank`);
      const times = snippet.race === undefined ? runs : Math.max(runs, raceRuns);
      const wrong = new Set<string>();
      await atOnce(3, repeat(nodes.majors, times), async (major) => {
        const result = await nodes.run(major, snippet.kind, snippet.code);
        const complaint = complaintAbout(result, expectationOn(snippet, major));
        if (complaint !== undefined) wrong.add(`On Node ${major}, ${complaint}`);
      });
      assert.equal([...wrong].sort().join('\n'), '');
    });
  }
});

function* repeat(majors: readonly Major[], times: number): Generator<Major> {
  for (let time = 0; time < times; time++) yield* majors;
}

function expectationOn({ expect, variants }: Snippet, major: Major): Order {
  const node = Number(major);
  const fits = variants.find(({ from = 0, to = Infinity }) => from <= node && node <= to);
  return fits?.expect ?? expect;
}

function complaintAbout({ ended, lines }: RunResult, expect: Order): string | undefined {
  const output = lines.map((line) => `  ${displayText(line)}`).join('\n');
  if (ended !== 'exit') return `it was ended (${ended}) after\n${output}`;
  const match = matchLines(expect, lines, { comparison: 'strict' });
  if (match.kind === 'match') return undefined;
  if (match.at === lines.length) return `it ended too early, after\n${output}`;
  const why = match.kind === 'mismatch' ? 'is impossible' : 'cannot be decided';
  return `line ${match.at + 1} ${why}:\n${output}`;
}

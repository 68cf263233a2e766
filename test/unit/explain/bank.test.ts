import assert from 'node:assert/strict';
import type { Snippet } from '../../../src/bank/model.ts';
import { explainRun } from '../../../src/explain/explain-run.ts';
import { lineKey } from '../../../src/order/line-text.ts';
import { enumerateOutputs } from '../../../src/order/order-lines.ts';
import type { Order } from '../../../src/order/order.ts';
import type { OutputLine } from '../../../src/order/output.ts';
import type { Trace } from '../../../src/trace/model.ts';
import { realBank } from '../bank/real-bank.ts';
import { atOnce, realNodes } from '../bank/real-runs.ts';

const major = 24;
const mostOutputs = 3000;

/**
 * The proof of the rules: on every pair of neighbouring lines of every snippet they agree with the
 * expectation, which hundreds of runs have been held against.
 */
describe('Explanations of the bank', function () {
  this.timeout(300_000);

  it('find a rule for every fixed order, call none of them a race, and call every race one', async () => {
    const { bank } = await realBank();
    const nodes = await realNodes();
    const complaints: string[] = [];
    let pairs = 0;
    await atOnce(2, bank.snippets, async (snippet) => {
      const { trace } = await nodes.run(`${major}`, snippet.kind, snippet.code, undefined, true);
      assert.ok(trace, `${snippet.id} has no trace`);
      const found = complaintsAbout(trace, expectationOf(snippet));
      pairs += trace.lines.length - 1;
      complaints.push(...found.map((complaint) => `${snippet.id}: ${complaint}`));
    });
    await nodes.remove();
    assert.deepEqual(complaints, []);
    assert.ok(pairs > 100, `${pairs} pairs`);
  });
});

function complaintsAbout(trace: Trace, expect: Order): string[] {
  const mayTurn = turnsIn(expect);
  const { pairs } = explainRun(trace, { expect });
  return pairs.flatMap((explanation, index) => {
    const [earlier, later] = [trace.lines[index], trace.lines[index + 1]];
    if (!earlier || !later) return [];
    const turns = mayTurn(earlier, later);
    if (turns === undefined) return [];
    const { rule, certainty } = explanation ?? {};
    // What came from outside of the thread is not called either.
    const isRight = turns
      ? certainty === 'race' || certainty === 'unknown'
      : certainty !== 'race' && rule !== 'not-in-the-record';
    const pair = `"${earlier.text}", "${later.text}"`;
    return isRight ? [] : [`${pair} ${turns ? 'may turn' : 'is fixed'}: ${rule} (${certainty})`];
  });
}

/** Whether an output has two lines the other way round; undefined for lines that are no help. */
function turnsIn(expect: Order): (earlier: OutputLine, later: OutputLine) => boolean | undefined {
  const outputs = enumerateOutputs(expect, mostOutputs).outputs.map((lines) => lines.map(key));
  const known = (text: string) =>
    outputs.some((lines) => lines.includes(text)) &&
    outputs.every((lines) => lines.indexOf(text) === lines.lastIndexOf(text));
  return (earlier, later) => {
    const [one, other] = [key(earlier), key(later)];
    if (one === other || !known(one) || !known(other)) return undefined;
    return outputs.some((lines) => {
      const at = lines.indexOf(other);
      return at !== -1 && lines.indexOf(one) > at;
    });
  };
}

const key = (line: OutputLine): string => lineKey(line, 'strict');

function expectationOf({ expect, variants }: Snippet): Order {
  const variant = variants.find(({ from = 0, to = Infinity }) => from <= major && major <= to);
  return variant?.expect ?? expect;
}

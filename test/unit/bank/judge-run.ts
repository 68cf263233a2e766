import type { Major } from '../../../scripts/nodes.mts';
import type { Snippet } from '../../../src/bank/model.ts';
import { displayText } from '../../../src/order/line-text.ts';
import { matchLines } from '../../../src/order/matcher.ts';
import type { Order } from '../../../src/order/order.ts';
import type { RunResult } from '../../../src/runner/model.ts';

/** What a snippet may print on a Node. */
export function expectationOn({ expect, variants }: Snippet, major: Major): Order {
  const node = Number(major);
  const fits = variants.find(({ from = 0, to = Infinity }) => from <= node && node <= to);
  return fits?.expect ?? expect;
}

/** What is wrong with a run that does not fit; nothing when it does. */
export function complaintAbout({ ended, lines }: RunResult, expect: Order): string | undefined {
  const output = lines.map((line) => `  ${displayText(line)}`).join('\n');
  if (ended !== 'exit') return `it was ended (${ended}) after\n${output}`;
  const match = matchLines(expect, lines, { comparison: 'strict' });
  if (match.kind === 'match') return undefined;
  if (match.at === lines.length) return `it ended too early, after\n${output}`;
  const why = match.kind === 'mismatch' ? 'is impossible' : 'cannot be decided';
  return `line ${match.at + 1} ${why}:\n${output}`;
}

import { readFileSync } from 'node:fs';
import { contentOfExample } from '../../../scripts/lib/verified.mts';
import type { Major } from '../../../scripts/nodes.mts';
import { codeFences } from '../../../src/bank/code-fences.ts';
import type { CodeFence } from '../../../src/bank/code-fences.ts';
import { displayText } from '../../../src/order/line-text.ts';
import { realFiles } from './real-bank.ts';
import type { RealNodes } from './real-runs.ts';

/** A code fence of a page, and where it is: `async/event-emitter.md:40`. */
export interface PlacedFence<Fence extends CodeFence = CodeFence> {
  readonly name: string;
  readonly fence: Fence;
}

/** A program in an answer, with the mark that `npm run verify` writes down. */
export interface Example extends PlacedFence<CodeFence & { kind: 'run' }> {
  readonly content: string;
}

/** Every code fence of the bank and of the packs that are part of the project. */
export const realFences = (): PlacedFence[] =>
  realFiles('.md').flatMap(({ file, path }) => {
    const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    return codeFences(text).map((fence) => ({ name: `${file}:${fence.line}`, fence }));
  });

/** Those of them that are whole programs. */
export const realExamples = (): Example[] =>
  realFences().flatMap(({ name, fence }) =>
    fence.kind === 'run' ? [{ name, fence, content: contentOfExample(fence) }] : [],
  );

/** Says what is wrong when a program prints something else than its page says; nothing when it's right. */
export async function complaintAboutExample(
  { fence }: Example,
  nodes: RealNodes,
  major: Major,
): Promise<string | undefined> {
  const { module, code, permissions } = fence;
  const { lines, ended } = await nodes.run(major, module, code, permissions);
  const output = lines.map((line) => `${displayText(line)}\n`).join('');
  if (ended !== 'exit') return `ended by ${ended} on Node ${major}, after printing:\n${output}`;
  if (fence.output === undefined || output === fence.output) return undefined;
  return `prints this on Node ${major}:\n${output}instead of:\n${fence.output}`;
}

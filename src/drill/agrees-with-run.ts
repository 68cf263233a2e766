import type { OutputLine } from '../order/output.ts';
import type { Drill } from './drill.ts';

/**
 * Whether a real run printed one of the outputs that the model says the program has. A program whose
 * run does not is dropped, and nobody sees it.
 */
export function agreesWithRun(
  { outputs }: Pick<Drill, 'outputs'>,
  printed: readonly OutputLine[],
): boolean {
  if (printed.some(({ stream }) => stream !== 'stdout')) return false;
  const lines = printed.map(({ text }) => text).join('\n');
  return outputs.some((output) => output.join('\n') === lines);
}

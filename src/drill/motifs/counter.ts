import { counting, repeat } from '../build.ts';
import type { Making } from '../motif.ts';
import type { Statement } from '../program.ts';

/**
 * What counts microtasks, one for each line: a chain, or at the higher levels also a loop that awaits.
 */
export function counter({ random, subjects, level }: Making, lines: number): Statement {
  const { noun, functionName } = subjects.next();
  return level > 2 && random.chance(0.5)
    ? repeat(functionName, 'await', lines, noun)
    : counting(noun, lines);
}

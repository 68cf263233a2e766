import { chain, immediate, microtask, print, settled, then, tick, timeout } from '../build.ts';
import type { Making } from '../motif.ts';
import type { Statement } from '../program.ts';

/** The body of a callback: prints a noun, and at the higher levels may schedule something more. */
export function callback({ random, subjects, level }: Making): readonly Statement[] {
  const body = [print(subjects.next().noun)];
  if (!random.chance(nesting[level])) return body;
  const inner = print(subjects.next().noun);
  const nested = random.pick([
    tick(inner),
    microtask(inner),
    chain(settled, then(inner)),
    chain(settled, then(inner)),
    timeout(0, inner),
    immediate(inner),
  ]);
  return random.chance(0.25) ? [nested, ...body] : [...body, nested];
}

/** How often a callback schedules something. */
const nesting = { 1: 0, 2: 0.12, 3: 0.25, 4: 0.3 };

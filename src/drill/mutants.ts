import type { Program } from './program.ts';
import { rewritten, type Part } from './rewrite.ts';

/**
 * The same program with one of its ingredients taken out: ticks that are microtasks, no loop that keeps the thread
 * busy, an ES module as CommonJS. A mutant that prints the same shows that the ingredient decides nothing.
 */
export function mutantsOf(program: Program): readonly Program[] {
  const awaits = program.body.some((one) => one.do === 'await');
  return [
    ...[ticksAsMicrotasks, withoutBlocking]
      .map((change) => rewritten(program, change))
      .filter((mutant) => mutant !== program),
    ...(program.kind === 'mjs' && !awaits ? [{ ...program, kind: 'cjs' as const }] : []),
  ];
}

function ticksAsMicrotasks(part: Part): Part | undefined {
  if (part['how'] === 'nextTick') return { ...part, how: 'queueMicrotask' };
  return part['schedule'] === 'nextTick' ? { ...part, schedule: 'queueMicrotask' } : undefined;
}

const withoutBlocking = (part: Part): Part | undefined =>
  part['do'] === 'block' ? { ...part, ms: 0 } : undefined;

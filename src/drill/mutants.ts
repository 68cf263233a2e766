import type { Program } from './program.ts';

/**
 * The same program with one of its ingredients taken out: ticks that are microtasks, no loop that keeps the thread
 * busy, an ES module as CommonJS. A mutant that prints the same shows that the ingredient decides nothing.
 */
export function mutantsOf(program: Program): readonly Program[] {
  const text = JSON.stringify(program);
  const awaits = program.body.some((one) => one.do === 'await');
  return [
    ...[ticksAsMicrotasks, withoutBlocking]
      .map((change) => rewritten(program, change))
      .filter((mutant) => JSON.stringify(mutant) !== text),
    ...(program.kind === 'mjs' && !awaits ? [{ ...program, kind: 'cjs' as const }] : []),
  ];
}

type Part = Readonly<Record<string, unknown>>;

function ticksAsMicrotasks(part: Part): Part {
  if (part['how'] === 'nextTick') return { ...part, how: 'queueMicrotask' };
  return part['schedule'] === 'nextTick' ? { ...part, schedule: 'queueMicrotask' } : part;
}

const withoutBlocking = (part: Part): Part => (part['do'] === 'block' ? { ...part, ms: 0 } : part);

/** Every part of the program, the innermost first, replaced by what `change` makes of it. */
function rewritten(program: Program, change: (part: Part) => Part): Program {
  const each = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(each);
    if (typeof value !== 'object' || value === null) return value;
    return change(Object.fromEntries(Object.entries(value).map(([key, one]) => [key, each(one)])));
  };
  return each(program) as Program;
}

import type { Expression, Program, Statement } from './program.ts';
import type { RanCallback, RanProgram } from './recorded-run.ts';
import { expressionsIn, statementsIn } from './walk-program.ts';

/** More lines out of the queues after one callback are tiring. */
const mostLines = 9;
/** More chains of several microtasks at a time need a table. */
const mostChains = 3;
/** More functions of one shape are told apart by nothing but their names. */
const mostAlike = 3;

/** Whether there is more to keep in mind than anybody wants to. */
export function isCrowded(program: Program, { lines }: RanProgram): boolean {
  const counts = new Map<RanCallback, number>();
  for (const { by } of lines) {
    if (by.after) counts.set(by.after, (counts.get(by.after) ?? 0) + 1);
  }
  return (
    [...counts.values()].some((count) => count > mostLines) ||
    longChains(program) > mostChains ||
    mostOfOneShape(program) > mostAlike
  );
}

function longChains(program: Program): number {
  const bodies = program.functions.map(({ body }) => body);
  return (
    [...statementsIn(program)].filter(isLong).length +
    [...expressionsIn(program)].filter(isLongChain).length +
    bodies.filter((body) => body.filter(({ do: what }) => what === 'await').length > 1).length
  );
}

const isLong = (statement: Statement): boolean =>
  statement.do === 'repeat' && statement.schedule !== 'setImmediate';

const isLongChain = (one: Expression): boolean => one.is === 'chain' && one.links.length > 1;

function mostOfOneShape({ functions }: Program): number {
  const shapes = functions.map(({ body }) =>
    JSON.stringify(body, (key, value: unknown) => (key === 'label' ? undefined : value)),
  );
  return shapes.reduce(
    (most, shape) => Math.max(most, shapes.filter((other) => other === shape).length),
    0,
  );
}

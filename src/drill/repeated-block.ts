import type { Program, Statement } from './program.ts';
import { bodiesIn, statementsIn } from './walk-program.ts';

/** Whether two callbacks schedule the same things: who has understood one of them learns nothing of the other. */
export function hasRepeatedBlock(program: Program): boolean {
  const shapes = [...statementsIn(program)].filter(isBlock).map(shapeOf);
  return new Set(shapes).size < shapes.length;
}

/** Code in which something is scheduled. */
const isBlock = (statement: Statement): boolean =>
  bodiesIn(statement).some(
    ({ isCallback, body }) => isCallback && body.some((one) => bodiesIn(one).length > 0),
  );

/** What it does, in whatever order, without its names. */
function shapeOf(statement: Statement): string {
  return JSON.stringify(statement, (key, value: unknown) => {
    if (key === 'label' || key === 'name') return undefined;
    return key === 'body' && Array.isArray(value)
      ? value.map((one) => shapeOf(one as Statement)).toSorted()
      : value;
  });
}

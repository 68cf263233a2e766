import type { Program, Statement } from './program.ts';
import { bodiesIn } from './walk-program.ts';

/** How deep callbacks are nested in each other: 1 for one that schedules nothing. */
export function depthOf({ functions, body }: Program): number {
  return Math.max(...[...functions.map((one) => one.body), body].map(depthOfBody));
}

const depthOfBody = (statements: readonly Statement[]): number =>
  Math.max(0, ...statements.map(depthOfStatement));

function depthOfStatement(statement: Statement): number {
  if (statement.do === 'repeat' || statement.do === 'interval') return 1;
  const inner = bodiesIn(statement).map(
    ({ isCallback, body }) => depthOfBody(body) + (isCallback ? 1 : 0),
  );
  return Math.max(0, ...inner);
}

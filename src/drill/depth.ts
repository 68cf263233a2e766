import type { Program, Statement } from './program.ts';
import { bodiesIn } from './walk-program.ts';

/** How deep callbacks are nested in each other: 1 for one that schedules nothing. */
export function depthOf({ functions, body }: Program): number {
  return deepest([...functions.map((one) => one.body), body].map(depthOfBody));
}

const depthOfBody = (statements: readonly Statement[]): number =>
  deepest(statements.map(depthOfStatement));

function depthOfStatement(statement: Statement): number {
  if (statement.do === 'repeat' || statement.do === 'interval') return 1;
  return deepest(
    bodiesIn(statement).map(({ isCallback, body }) => depthOfBody(body) + (isCallback ? 1 : 0)),
  );
}

const deepest = (depths: readonly number[]): number =>
  depths.reduce((most, depth) => Math.max(most, depth), 0);

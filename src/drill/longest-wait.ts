import type { Program } from './program.ts';
import { expressionsIn, statementsIn } from './walk-program.ts';

/** Milliseconds of the longest delay of a program, or for which it keeps the thread busy: its run takes as long. */
export function longestWait(program: Program): number {
  let longest = 0;
  for (const statement of statementsIn(program)) {
    if (statement.do === 'block') longest = Math.max(longest, statement.ms);
    else longest = Math.max(longest, delayIn(statement));
  }
  for (const expression of expressionsIn(program)) {
    const { settles = 'now' } = expression.is === 'executor' ? expression : {};
    longest = Math.max(longest, delayIn(expression), settles === 'now' ? 0 : delayIn(settles));
  }
  return longest;
}

const delayIn = (part: object): number =>
  'delay' in part && typeof part.delay === 'number' ? part.delay : 0;

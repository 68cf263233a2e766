import type { BeliefId } from '../explain/beliefs.ts';
import { advancedRulesIn } from './advanced-rules.ts';
import { noBeliefs } from './belief-set.ts';
import { nominal } from './chance.ts';
import type { Program, Statement } from './program.ts';
import { rewrittenOneByOne, type Part } from './rewrite.ts';
import { runProgram } from './run-program.ts';
import { statementsIn } from './walk-program.ts';

/**
 * The program without the lines that are given away: without one of them all others keep their order, and no rule
 * less is needed.
 *
 * @param keeps what has to be true of it without them, too
 * @param aim a belief that has to stay wrong
 */
export function withoutFreeLines(
  program: Program,
  keeps: (shorter: Program) => boolean,
  aim?: BeliefId,
): Program {
  const rules = rulesOf(program, aim);
  const isFree = (shorter: Program): boolean =>
    !hasEmptyCallback(shorter) && rulesOf(shorter, aim) === rules && keeps(shorter);
  const shorter = shorterOnes(program).find(isFree);
  return shorter ? withoutFreeLines(shorter, keeps, aim) : program;
}

function rulesOf(program: Program, aim: BeliefId | undefined): string {
  const { lines } = runProgram(program, noBeliefs, nominal);
  const catches = (id: BeliefId): boolean =>
    runProgram(program, new Set([id]), nominal).lines.join('\n') !== lines.join('\n');
  return [...advancedRulesIn(program, [lines]), ...(aim && catches(aim) ? [aim] : [])].join(' ');
}

/** Each without one line of the script, or without one callback that does nothing but print. */
const shorterOnes = (program: Program): readonly Program[] => [
  ...program.body.flatMap((one, at) =>
    one.do === 'print' ? [{ ...program, body: program.body.toSpliced(at, 1) }] : [],
  ),
  ...rewrittenOneByOne(program, (part) => (isLoneLine(part) ? [] : undefined)),
];

function isLoneLine(part: Part): boolean {
  const statement = part as unknown as Statement;
  if (statement.do === 'schedule') return isLine(statement.body);
  if (statement.do !== 'evaluate' || statement.value.is !== 'chain') return false;
  const { from, links } = statement.value;
  const [only] = links;
  return from.is === 'settled' && links.length === 1 && only !== undefined && isLine(only.body);
}

/** One line, however deep. */
function isLine(body: readonly Statement[]): boolean {
  const [only] = body;
  if (!only || body.length > 1) return false;
  return only.do === 'print' || (only.do === 'schedule' && isLine(only.body));
}

const hasEmptyCallback = (program: Program): boolean =>
  [...statementsIn(program)].some((one) => one.do === 'schedule' && one.body.length === 0);

import { noBeliefs } from './belief-set.ts';
import { nominal } from './chance.ts';
import { labelsOf } from './labels-of.ts';
import type { Program, Statement } from './program.ts';
import { runProgram } from './run-program.ts';

/**
 * Whether nearly all of the program is in one callback, with nothing outside but one line or lines of the script, and
 * would print the same lines in the same order without it.
 *
 * @param printed by the program
 */
export function hasNeedlessWrapper(program: Program, printed: readonly string[]): boolean {
  return program.body.some((statement, at) => {
    if (statement.do !== 'schedule') return false;
    const around = program.body.filter((one) => one !== statement);
    const outside = linesOf({ ...program, body: around });
    if (outside.length > 1 && !around.every((one) => one.do === 'print')) return false;
    const body = program.body.flatMap((one, place): readonly Statement[] =>
      place === at ? statement.body : [one],
    );
    const isInside = (line: string): boolean => !outside.includes(line);
    const unwrapped = linesOf({ ...program, body }).filter(isInside);
    return unwrapped.join('\n') === printed.filter(isInside).join('\n');
  });
}

const linesOf = (program: Program): readonly string[] => {
  const labels = new Set(labelsOf(program));
  return runProgram(program, noBeliefs, nominal).lines.filter((line) => labels.has(line));
};

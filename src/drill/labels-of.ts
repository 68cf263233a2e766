import type { Program } from './program.ts';
import { expressionsIn, statementsIn } from './walk-program.ts';

/** All labels of a program, in the order of its code. */
export function labelsOf(program: Program): readonly string[] {
  const printed = [...statementsIn(program)].flatMap((one) => {
    if (one.do === 'print') return [one.label];
    if (one.do !== 'interval' && one.do !== 'repeat') return [];
    return Array.from({ length: one.times }, (_, at) => `${one.label} ${at + 1}`);
  });
  const ofThenables = [...expressionsIn(program)].flatMap((one) =>
    one.is === 'thenable' ? [one.label] : [],
  );
  return [...printed, ...ofThenables];
}

import { importsOf } from './imports.ts';
import type { Program } from './program.ts';

/** Whether a reader sees in the code itself that it is an ES module: it imports something, or awaits at its top level. */
export const isSeenAsModule = (program: Program): boolean =>
  importsOf(program).length > 0 || program.body.some((one) => one.do === 'await');

import type { Program } from './program.ts';
import { statementsIn } from './walk-program.ts';

/** Whether there is an async function that neither awaits nor returns anything: nobody would make it one. */
export const hasIdleAsync = ({ kind, functions }: Program): boolean =>
  functions.some(
    ({ isAsync, body }) =>
      isAsync &&
      ![...statementsIn({ kind, functions: [], body })].some(
        (one) => one.do === 'await' || one.do === 'return',
      ),
  );

/**
 * Whether an event is emitted by the script itself, or its listeners do nothing but print: that only says that `emit` calls
 * them where it is.
 */
export const hasIdleEmit = (program: Program): boolean =>
  program.body.some((one) => one.do === 'emit') ||
  [...statementsIn(program)].some(
    (one) => one.do === 'listen' && one.listeners.flat().every(({ do: what }) => what === 'print'),
  );

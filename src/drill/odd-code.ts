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

/** Whether an event is emitted by the script itself, which only says that `emit` calls its listeners there. */
export const emitsAtTopLevel = ({ body }: Program): boolean =>
  body.some((one) => one.do === 'emit');

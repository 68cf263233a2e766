import type { BeliefId } from '../explain/beliefs.ts';
import type { Trace } from '../trace/model.ts';
import { nominal } from './chance.ts';
import { ImaginedRecorder } from './imagined-recorder.ts';
import type { Program } from './program.ts';
import { runProgram } from './run-program.ts';

/**
 * What a program would do if a belief were true, in the shape of a recorded run so that it can be drawn like one.
 * It is nothing that ran: whoever shows it has to say so. Times and places in the source are not in it, since the
 * model has none.
 */
export function imaginedTrace(program: Program, belief: BeliefId): Trace {
  const recorder = new ImaginedRecorder(program.kind);
  runProgram(program, new Set([belief]), nominal, recorder);
  return recorder.trace();
}

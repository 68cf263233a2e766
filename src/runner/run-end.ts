import type { OutputLine } from '../order/output.ts';
import type { Exit } from './child-exit.ts';
import { CannotRunError } from './errors.ts';
import type { StartProblem } from './errors.ts';
import type { Ended, Runtime } from './model.ts';
import type { TranscriptResult } from './transcript.ts';

/** Why the run was ended from outside; `start`: Node did not come to the snippet in time. */
export type StopReason = Exclude<Ended, 'exit'> | 'start';

/** How a run ended, from why it was ended and how its child did. */
export function whyEnded(
  from: StopReason | undefined,
  { signal }: Exit,
  { outOfMemory, reached }: TranscriptResult,
): Ended {
  if (outOfMemory) return 'memory';
  // What is shown ends at the limit that its text reached first.
  const cut = from === undefined || from === 'lines' || from === 'bytes' ? (reached ?? from) : from;
  if (cut === undefined || cut === 'start') return 'exit';
  // It came to its end by itself just before a limit did; only a cap also tells what was left out.
  const byItself = signal === null && process.platform !== 'win32';
  return byItself && cut !== 'lines' && cut !== 'bytes' ? 'exit' : cut;
}

/** Node reports an error after the exit handlers ran, so it stands last but for the exit code. */
export function lastLines(
  ended: Ended,
  { uncaught }: TranscriptResult,
  { code, signal }: Exit,
): OutputLine[] {
  if (ended !== 'exit') return [];
  const exit = signal ?? String(code);
  return [
    ...(uncaught !== undefined && exit !== '0'
      ? [{ stream: 'uncaught', text: uncaught } as const]
      : []),
    ...(exit !== '0' ? [{ stream: 'exit', text: exit } as const] : []),
  ];
}

/** @param late whether it was given all the time it may take */
export function neverReady(
  { path }: Runtime,
  late: boolean,
  { lines }: TranscriptResult,
): CannotRunError {
  const said = lines.find(({ text }) => text.trim() !== '')?.text;
  const problem: StartProblem = late
    ? { kind: 'late' }
    : { kind: 'early', ...(said !== undefined && { said }) };
  return new CannotRunError({ reason: 'runtime', path, problem });
}

import {
  apply,
  attempt,
  captureStackTrace,
  ErrorClass,
  putMethod,
  standIn,
  theProcess,
  toNumber,
} from './primordials.ts';
import { recordSignal } from './trace-records.ts';

/** What `process.kill` is made of: it returns 0, or the number of an error. */
type Send = (pid: number | string, signal: number) => number;

interface Sender {
  readonly ppid: number;
  readonly kill: (pid: number) => unknown;
  readonly _kill?: Send;
}

/**
 * Refuses the mistakes of `process.kill` that would end more than the run: signals to the parent,
 * which is the editor, to the parent's group, and to all processes of the user (-1). Meant for
 * accidents; there are other ways to send a signal.
 */
export function guardKill(target: Sender = theProcess): void {
  const { _kill: send, kill } = target;
  if (send === undefined) return;
  // Not around `kill` itself, whose errors would then show who stands in between.
  const value = standIn(send, (original, self, args) => {
    const pid = toNumber(args[0]);
    // Signal 0 only asks whether somebody is there.
    if (args[1] !== 0 && isOutside(pid, target.ppid)) throw refusal(pid, kill);
    const error = apply(original, self, args);
    if (error === 0 && pid === theProcess.pid) {
      attempt(() => recordSignal('kill', toNumber(args[1])));
    }
    return error;
  });
  putMethod(target, '_kill', value, true);
}

const isOutside = (pid: number, parent: number) => pid === -1 || pid === parent || pid === -parent;

/** Like what Node throws when the system refuses. */
function refusal(pid: number, kill: Sender['kill']): Error {
  const whom = pid === -1 ? 'every process of yours' : 'the editor that runs this snippet';
  const error: NodeJS.ErrnoException = new ErrorClass(`kill EPERM: ${pid} is ${whom}`);
  captureStackTrace(error, kill);
  error.errno = -1;
  error.code = 'EPERM';
  error.syscall = 'kill';
  return error;
}

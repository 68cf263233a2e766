import { apply, defineProperty } from './originals.ts';

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
export function guardKill(target: Sender = process): void {
  const { _kill: send, kill } = target;
  if (send === undefined) return;
  // Not around `kill` itself, whose errors would then show who stands in between.
  const value = new Proxy(send, {
    apply(original, self, args: Parameters<Send>) {
      const pid = Number(args[0]);
      // Signal 0 only asks whether somebody is there.
      if (args[1] !== 0 && isOutside(pid, target.ppid)) throw refusal(pid, kill);
      return apply(original, self, args);
    },
  });
  defineProperty(target, '_kill', { value, writable: true, configurable: true, enumerable: true });
}

const isOutside = (pid: number, parent: number) => pid === -1 || Math.abs(pid) === parent;

/** Like what Node throws when the system refuses. */
function refusal(pid: number, kill: Sender['kill']): Error {
  const whom = pid === -1 ? 'every process of yours' : 'the editor that runs this snippet';
  const error = new Error(`kill EPERM: ${pid} is ${whom}`);
  Error.captureStackTrace(error, kill);
  return Object.assign(error, { errno: -1, code: 'EPERM', syscall: 'kill' });
}

import { Duplex, Readable, Writable } from 'node:stream';
import { attempt, getOwnPropertyDescriptor, uncurryThis } from './primordials.ts';
import { replacements } from './replacements.ts';
import type { Replacement } from './replacements.ts';
import { unseen } from './unseen-call.ts';

// Streams keep what they are given until somebody takes it: whoever gives first is served first.

type Method = (...args: never[]) => unknown;

const numbers = new WeakMap<object, number>();
const numberOf = uncurryThis(WeakMap.prototype as WeakMap<object, number>, 'get');
const remember = uncurryThis(WeakMap.prototype as WeakMap<object, number>, 'set');
let newest = 0;

/** @param filling is told of each stream that is given something, by a number of its own @early */
export function streamReplacements(filling: (stream: number) => void): Replacement[] {
  const tell = (stream: object, chunk: unknown): void => {
    // `push(null)` and `end()` give nothing.
    if (chunk === null || chunk === undefined || typeof chunk === 'function') return;
    // Lines that the program prints are recorded as such.
    if (getOwnPropertyDescriptor(stream, '_isStdio')?.value === true) return;
    filling(numbered(stream));
  };
  // Listeners run within these calls, and their stack traces must look as always.
  const telling = (method: Method): Method =>
    unseen(method, (target, self, args) => {
      attempt(() => tell(self as object, args[0]));
      return target;
    });
  return [
    ...replacements(Readable.prototype, ['push', 'unshift'], telling),
    // A duplex stream has the methods of a writable one as its own.
    ...replacements(Writable.prototype, ['write', 'end'], telling),
    ...replacements(Duplex.prototype, ['write', 'end'], telling),
  ];
}

function numbered(stream: object): number {
  let number = numberOf(numbers, stream);
  if (number === undefined) remember(numbers, stream, (number = ++newest));
  return number;
}

import { Duplex, Readable, Writable } from 'node:stream';
import {
  attempt,
  defineProperty,
  getOwnPropertyDescriptor,
  uncurryThis,
  withoutPrototype,
} from './primordials.ts';
import { unseen } from './unseen-call.ts';

// Streams keep what they are given until somebody takes it: whoever gives first is served first.

type Method = (...args: never[]) => unknown;

const numbers = new WeakMap<object, number>();
const numberOf = uncurryThis(WeakMap.prototype as WeakMap<object, number>, 'get');
const remember = uncurryThis(WeakMap.prototype as WeakMap<object, number>, 'set');
let newest = 0;

/** @param filling is told of each stream that is given something, by a number of its own @early */
export function watchStreams(filling: (stream: number) => void): void {
  const tell = (stream: object, chunk: unknown): void => {
    // `push(null)` and `end()` give nothing.
    if (chunk === null || chunk === undefined || typeof chunk === 'function') return;
    // Lines that the program prints are recorded as such.
    if (getOwnPropertyDescriptor(stream, '_isStdio')?.value === true) return;
    filling(numbered(stream));
  };
  for (const name of ['push', 'unshift']) observe(Readable.prototype, name, tell);
  // A duplex stream has the methods of a writable one as its own.
  for (const owner of [Writable.prototype, Duplex.prototype]) {
    for (const name of ['write', 'end']) observe(owner, name, tell);
  }
}

function numbered(stream: object): number {
  let number = numberOf(numbers, stream);
  if (number === undefined) remember(numbers, stream, (number = ++newest));
  return number;
}

/** @early */
function observe(
  owner: object,
  name: string,
  tell: (stream: object, chunk: unknown) => void,
): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (typeof descriptor?.value !== 'function') return;
  // Listeners run within these calls, and their stack traces must look as always.
  const value = unseen(descriptor.value as Method, (target, self, args) => {
    attempt(() => tell(self as object, args[0]));
    return target;
  });
  defineProperty(owner, name, withoutPrototype({ ...descriptor, value }));
}

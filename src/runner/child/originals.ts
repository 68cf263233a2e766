import fs from 'node:fs';

/**
 * What the records are made of, taken before the snippet runs: a snippet that replaces parts of
 * `fs`, `JSON` or a prototype does not change what is recorded about it.
 */
export const { writeSync, fstatSync } = fs;
export const { stringify } = JSON;
export const { apply, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
export const kill = process.kill.bind(process);
export const wait = Atomics.wait.bind(Atomics);
export const bytesFrom = Buffer.from.bind(Buffer);

/** A method that keeps working whatever becomes of the prototype it came from. */
export function detached<Self, Args extends unknown[], Result>(
  method: (this: Self, ...args: Args) => Result,
): (self: Self, ...args: Args) => Result {
  return (self, ...args) => apply(method, self, args) as Result;
}

/** What fails here, for example for want of stack, is missing in the records; the pipes still show it. */
export function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // The snippet must not notice.
  }
}

/**
 * A stand-in that looks like the original (`name`, `length`, text) and tells `before` what it is
 * called with before the call goes on.
 */
export function observed<Fn extends (...args: never[]) => unknown>(
  original: Fn,
  before: (args: unknown[], self: unknown) => void,
): Fn {
  return new Proxy(original, {
    apply(target, self, args: unknown[]) {
      attempt(() => before(args, self));
      return apply(target, self, args);
    },
  });
}

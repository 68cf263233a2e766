import fs from 'node:fs';

/**
 * What the records are made of, taken before the snippet runs: a snippet that replaces parts of
 * `fs`, `JSON` or a prototype does not change what is recorded about it.
 */
export const { writeSync, fstatSync } = fs;
export const { stringify } = JSON;
export const { defineProperty, deleteProperty, getOwnPropertyDescriptor, getPrototypeOf, ownKeys } =
  Reflect;
export const apply: (target: Callable, self: unknown, args: readonly unknown[]) => unknown =
  Reflect.apply;
export const kill = process.kill.bind(process);
export const wait = Atomics.wait.bind(Atomics);
export const bytesFrom = Buffer.from.bind(Buffer);

type Callable = (...args: never[]) => unknown;
type Parts<Method> = Method extends (...args: infer Args) => infer Result
  ? { readonly args: Args; readonly result: Result }
  : never;

/** A method that keeps working whatever becomes of the prototype it came from. */
export function detached<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
): (self: Owner, ...args: Parts<Owner[Name]>['args']) => Parts<Owner[Name]>['result'] {
  const method: unknown = owner[name];
  return (self, ...args) => apply(method as Callable, self, args);
}

/** What fails here, for example for want of stack, is missing in the records; the pipes still show it. */
export function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // The snippet must not notice.
  }
}

/** Without a prototype: a snippet may put `get`, for example, on that of all objects. */
export function bare<Part extends object>(part: Part): Part {
  return { __proto__: null, ...part };
}

/**
 * Puts a stand-in on an object, not enumerable: it looks like the original method (`name`,
 * `length`, text) and tells what it is called with before the call goes on.
 * @param around makes the call, if something must hold during it
 */
export function observe<Owner extends object>(
  owner: Owner,
  name: keyof Owner,
  before: (args: readonly unknown[], self: unknown) => void,
  around: (call: () => unknown, args: readonly unknown[]) => unknown = (call) => call(),
): void {
  const handler: ProxyHandler<Callable> = {
    apply(target, self, args: unknown[]) {
      attempt(() => before(args, self));
      return around(() => apply(target, self, args), args);
    },
  };
  const value = new Proxy(owner[name] as Callable, bare(handler));
  const descriptor = bare({ value, writable: true, configurable: true, enumerable: false });
  defineProperty(owner, name, descriptor);
}

import fs from 'node:fs';
import { types } from 'node:util';

// What this folder uses once the snippet has begun, taken before: a snippet that replaces parts of
// `fs`, `JSON` or a prototype changes nothing of what is recorded about it. The lint rule
// `loopwise/saved-builtins` finds what is not taken from here.

type Callable = (...args: never[]) => unknown;
type Parts<Method> = Method extends (...args: infer Args) => infer Result
  ? { readonly args: Args; readonly result: Result }
  : never;

export const { writeSync, fstatSync } = fs;
export const { stringify, parse: parseJson } = JSON;
export const { round, min } = Math;
export const isView: (value: unknown) => value is ArrayBufferView =
  ArrayBuffer.isView.bind(ArrayBuffer);
export const {
  defineProperty,
  deleteProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  ownKeys,
  get: getProperty,
} = Reflect;
export const apply: (target: Callable, self: unknown, args: readonly unknown[]) => unknown =
  Reflect.apply;
export const kill = process.kill.bind(process);
export const wait = Atomics.wait.bind(Atomics);
export const bytesFrom = Buffer.from.bind(Buffer);
export const byteLengthOf: (text: string) => number = Buffer.byteLength.bind(Buffer);
export const isEncoding: (name: unknown) => boolean = Buffer.isEncoding.bind(Buffer) as never;
export const toText: (value: unknown) => string = String;
export const toNumber: (value: unknown) => number = Number;
/** The one that the snippet sees, under a name that it can't take away. */
export const ErrorClass = Error;
export const captureStackTrace = Error.captureStackTrace.bind(Error);
export const theProcess = process;
export const theGlobal: object = globalThis;
export const { pid } = process;
export const ProxyClass = Proxy;

/** A method that keeps working whatever becomes of the prototype it came from. */
export function uncurryThis<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
): (self: Owner, ...args: Parts<Owner[Name]>['args']) => Parts<Owner[Name]>['result'] {
  const method: unknown = owner[name];
  return (self, ...args) => apply(method as Callable, self, args);
}

/** A getter of a prototype, to be called with the object. */
export function uncurryGetter(prototype: object, name: string): (self: unknown) => unknown {
  const getter = getOwnPropertyDescriptor(prototype, name)?.get as Callable;
  const none: readonly unknown[] = [];
  return (self) => apply(getter, self, none);
}

const typedArray = getPrototypeOf(Uint8Array.prototype) as object;
const views = {
  typed: viewOf(typedArray),
  data: viewOf(DataView.prototype),
};
const isTyped = types.isTypedArray;

function viewOf(prototype: object) {
  return {
    buffer: uncurryGetter(prototype, 'buffer') as (view: object) => ArrayBuffer,
    byteOffset: uncurryGetter(prototype, 'byteOffset') as (view: object) => number,
    byteLength: uncurryGetter(prototype, 'byteLength') as (view: object) => number,
  };
}

/** The bytes of a view, in the same memory. */
export function bytesOf(view: ArrayBufferView, start = 0, length?: number): Uint8Array {
  const { buffer, byteOffset, byteLength } = isTyped(view) ? views.typed : views.data;
  return bytesFrom(buffer(view), byteOffset(view) + start, length ?? byteLength(view) - start);
}

export const indexOf = uncurryThis(String.prototype, 'indexOf');
export const includes = uncurryThis(String.prototype, 'includes');
export const endsWith = uncurryThis(String.prototype, 'endsWith');
export const startsWith = uncurryThis(String.prototype, 'startsWith');
export const slice = uncurryThis(String.prototype, 'slice');
export const charCodeAt = uncurryThis(String.prototype, 'charCodeAt');
/** `test` would look for `exec` on the prototype. */
export const exec = uncurryThis(RegExp.prototype, 'exec');

/** What fails here, for example for want of stack, is missing in the records; the pipes still show it. */
export function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // The snippet must not notice.
  }
}

/** Without a prototype: a snippet may put `get`, for example, on that of all objects. */
export function withoutPrototype<Part extends object>(part: Part): Part {
  return { __proto__: null, ...part };
}

/** Looks like the function (`name`, `length`, text) and has its calls answered by another one. */
export function standIn<Original extends Callable>(
  original: Original,
  answer: (target: Original, self: unknown, args: unknown[]) => unknown,
): Original {
  return new ProxyClass(original, withoutPrototype({ apply: answer }));
}

/** Puts a method on an object as if it had always been there. */
export function putMethod(owner: object, name: PropertyKey, value: unknown, enumerable = false) {
  defineProperty(
    owner,
    name,
    withoutPrototype({ value, writable: true, configurable: true, enumerable }),
  );
}

/**
 * Puts a stand-in on an object: it looks like the original method and tells what
 * it is called with before the call goes on.
 */
export function observe<Owner extends object>(
  owner: Owner,
  name: keyof Owner,
  before: (args: readonly unknown[], self: unknown) => void,
  enumerable = false,
): void {
  const value = standIn(owner[name] as Callable, (target, self, args) => {
    attempt(() => before(args, self));
    return apply(target, self, args);
  });
  putMethod(owner, name, value, enumerable);
}

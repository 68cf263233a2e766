import { defineProperty, getOwnPropertyDescriptor, withoutPrototype } from './primordials.ts';

type Method = (...args: never[]) => unknown;

/** A method of an object, and what takes its place. */
export interface Replacement {
  readonly owner: object;
  readonly name: string;
  readonly original: Method;
  readonly value: Method;
}

/**
 * Prepares stand-ins for methods, which `install` puts in their place. They are made apart, for making one takes time,
 * and only runs that are recorded may have it.
 * @param names those that the object has no such method of its own for are left out
 * @early
 */
export function replacements(
  owner: object,
  names: readonly string[],
  standInFor: (original: Method, name: string) => Method,
): Replacement[] {
  const made: Replacement[] = [];
  for (const name of names) {
    const original: unknown = getOwnPropertyDescriptor(owner, name)?.value;
    if (typeof original !== 'function') continue;
    const value = standInFor(original as Method, name);
    made.push({ owner, name, original: original as Method, value });
  }
  return made;
}

/** @early */
export function install(prepared: readonly Replacement[]): void {
  for (const { owner, name, original, value } of prepared) {
    const descriptor = getOwnPropertyDescriptor(owner, name);
    if (descriptor?.value === original)
      defineProperty(owner, name, withoutPrototype({ ...descriptor, value }));
  }
}

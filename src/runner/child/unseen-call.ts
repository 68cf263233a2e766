import { apply, withoutPrototype, ProxyClass, standIn } from './primordials.ts';
import { compiled, Instance } from './unseen-module.ts';

type Callable = (...args: never[]) => unknown;

/** Told of a call before it happens, it says which function is called in the end. Must not throw. */
type Choose = (target: Callable, self: unknown, args: readonly unknown[]) => Callable;

/**
 * A stand-in that leaves no frame in the stack traces of what it calls: those of the program's own
 * handlers must look as they would without it. JavaScript can't hand over its place on the stack,
 * but WebAssembly can (`return_call`, in every Node that is supported). What `choose` answers is
 * called as `Reflect.apply(answer, self, args)`.
 */
export function unseen<Original extends Callable>(original: Original, choose: Choose): Original {
  try {
    const { exports } = new Instance(compiled, { '': { choose, apply } });
    return new ProxyClass<Original>(original, withoutPrototype({ apply: exports.call }));
  } catch {
    // A Node that was built without it: everything works, and shows that somebody is in between.
    return standIn(original, (target, self, args) => apply(choose(target, self, args), self, args));
  }
}

import timers from 'node:timers';
import { apply, attempt, defineProperty, getOwnPropertyDescriptor, standIn } from './originals.ts';
import { recordClear } from './trace.ts';

/** Lets the recording see what is cleared: async_hooks tells it too late. @early */
export function observeClears(): void {
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate'] as const) {
    const original: (timer?: never) => void = timers[name];
    const value = standIn(original, (target, self, args) => {
      attempt(() => recordClear(args[0]));
      return apply(target, self, args);
    });
    for (const owner of [timers, globalThis]) {
      const descriptor = getOwnPropertyDescriptor(owner, name);
      if (descriptor?.value === original) defineProperty(owner, name, { ...descriptor, value });
    }
  }
}

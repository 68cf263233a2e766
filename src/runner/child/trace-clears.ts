import timers from 'node:timers';
import { apply, attempt, bare, defineProperty, getOwnPropertyDescriptor } from './originals.ts';
import { recordClear } from './trace.ts';

/** Lets the recording see what is cleared: async_hooks tells it too late. */
export function observeClears(): void {
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate'] as const) {
    const original: (timer?: never) => void = timers[name];
    const handler: ProxyHandler<typeof original> = {
      apply(target, self, args) {
        attempt(() => recordClear(args[0]));
        return apply(target, self, args as unknown[]);
      },
    };
    const value = new Proxy(original, bare(handler));
    for (const owner of [timers, globalThis]) {
      const descriptor = getOwnPropertyDescriptor(owner, name);
      if (descriptor?.value === original) defineProperty(owner, name, { ...descriptor, value });
    }
  }
}

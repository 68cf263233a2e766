import { attempt, getOwnPropertyDescriptor, putMethod } from './primordials.ts';
import { shownValues } from './shown-values.ts';
import { unseen } from './unseen-call.ts';

type Call = (...args: never[]) => unknown;

/** Methods that print what they are given as `util.inspect` shows it. */
const methods = ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table'] as const;

/** The objects of the call that prints next, as JSON; empty where it has none. */
let waiting = '';

/**
 * Looks at what `console` is given before it prints that: an object may be another one by the time somebody
 * wants to see it. @early
 */
export function observeConsole(): void {
  for (const name of methods) {
    const original = getOwnPropertyDescriptor(console, name)?.value as Call;
    const value = unseen(original, (target, _self, args) => {
      waiting = '';
      attempt(() => {
        waiting = shownValues(args);
      });
      return target;
    });
    putMethod(console, name, value, true);
  }
}

/** What the call of `console` that writes now was given; told once. */
export function takeShownValues(): string {
  const values = waiting;
  waiting = '';
  return values;
}

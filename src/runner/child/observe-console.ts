import { attempt } from './primordials.ts';
import { replacements } from './replacements.ts';
import type { Replacement } from './replacements.ts';
import { shownValues } from './shown-values.ts';
import { unseen } from './unseen-call.ts';

type Call = (...args: never[]) => unknown;

/** Methods that print what they are given as `util.inspect` shows it. */
const methods = ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'table'] as const;

/** The objects of the call that prints next, as JSON; empty where it has none. */
let waiting = '';

/**
 * Looks at what `console` is given before it prints that: an object may be another one by the time somebody
 * wants to see it.
 * @early
 */
export function consoleReplacements(of = console): Replacement[] {
  return replacements(of, methods, looking);
}

/** @early */
function looking(method: Call): Call {
  return unseen(method, (target, _self, args) => {
    waiting = '';
    attempt(() => {
      waiting = shownValues(args);
    });
    return target;
  });
}

/** What the call of `console` that writes now was given; told once. */
export function takeShownValues(): string {
  const values = waiting;
  waiting = '';
  return values;
}

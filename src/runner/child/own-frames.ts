import { types } from 'node:util';
import {
  apply,
  attempt,
  ErrorClass,
  getOwnPropertyDescriptor,
  includes,
  indexOf,
  putMethod,
  slice,
} from './primordials.ts';

const { isNativeError } = types;
const ownFile = __filename;

type Callable = (...args: never[]) => unknown;

/**
 * Calls what a stand-in stands for. The stack of an error that it throws must not show that somebody
 * stands in between.
 * @param frames of ours on the stack, this one included
 */
export function callUnseen(target: Callable, self: unknown, args: unknown[], frames = 2): unknown {
  const limit: unknown = ErrorClass.stackTraceLimit;
  attempt(() => {
    // Room for our own, so that the last ones of the others stay.
    if (typeof limit === 'number') ErrorClass.stackTraceLimit = limit + frames;
  });
  try {
    return apply(target, self, args);
  } catch (error) {
    attempt(() => withoutOwnFrames(error));
    throw error;
  } finally {
    attempt(() => {
      if (typeof limit === 'number') ErrorClass.stackTraceLimit = limit;
    });
  }
}

/** Takes the lines about this file out of an error's stack, if it has not been looked at yet. */
function withoutOwnFrames(error: unknown): void {
  if (!isNativeError(error)) return;
  const { stack } = error;
  if (typeof stack !== 'string' || !includes(stack, ownFile)) return;
  let kept = '';
  for (let start = 0; start < stack.length;) {
    const next = indexOf(stack, '\n', start);
    const end = next === -1 ? stack.length : next + 1;
    const line = slice(stack, start, end);
    if (!includes(line, ownFile)) kept += line;
    start = end;
  }
  const last = kept.length - 1;
  const text =
    kept[last] === '\n' && stack[stack.length - 1] !== '\n' ? slice(kept, 0, last) : kept;
  if (getOwnPropertyDescriptor(error, 'stack') === undefined) error.stack = text;
  else putMethod(error, 'stack', text);
}

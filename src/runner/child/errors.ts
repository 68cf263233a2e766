import { types, inspect } from 'node:util';
import type { ErrorRecord } from '../protocol.ts';
import { apply, attempt, defineProperty, detached, getPrototypeOf } from './originals.ts';
import { sendError, sendExit } from './records.ts';

const { isNativeError } = types;
const listenerCount = process.listenerCount.bind(process);
const slice = detached(String.prototype, 'slice');
const hasCapture = process.hasUncaughtExceptionCaptureCallback.bind(process);

type Origin = ErrorRecord['origin'];

/**
 * Sees errors nobody caught and the exit in the events that Node emits for them. The
 * stand-in sits on the prototype and is not enumerable, like the `emit` it hides.
 */
export function observeEvents(): void {
  const emitter = process as { emit: (...args: unknown[]) => boolean };
  const emit = new Proxy(emitter.emit, {
    apply(target, self, args: unknown[]) {
      const [event, value, origin] = args;
      if (self !== process) return apply(target, self, args);
      if (event === 'uncaughtExceptionMonitor') report(value, origin as Origin);
      else if (event === 'uncaughtException') return watchHandlers(target, args);
      else if (event === 'exit') attempt(() => sendExit(Number(value)));
      return apply(target, self, args);
    },
  });
  defineProperty(getPrototypeOf(process) as object, 'emit', {
    value: emit,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

/** An error in the handler of last resort ends the program after all, without another event. */
function watchHandlers(emit: (...args: unknown[]) => boolean, args: unknown[]): unknown {
  try {
    return apply(emit, process, args);
  } catch (error) {
    report(error, 'uncaughtException', false);
    throw error;
  }
}

function report(error: unknown, origin: Origin, handled = isHandled()): void {
  attempt(() => sendError({ ...describe(error), origin, handled }));
}

const isHandled = () => listenerCount('uncaughtException') > 0 || hasCapture();

type Description = Pick<ErrorRecord, 'name' | 'message' | 'stack'>;

/** Never throws: getters of the error may. */
function describe(error: unknown): Description {
  if (!isNativeError(error) && !(error instanceof Error)) {
    return { name: '', message: limited(shown(error), 10_000), stack: '' };
  }
  return {
    name: limited(text(() => error.name) ?? 'Error', 1_000),
    message: limited(text(() => error.message) ?? '', 10_000),
    stack: limited(text(() => error.stack) ?? '', 50_000),
  };
}

function text(read: () => unknown): string | undefined {
  try {
    const value = read();
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  try {
    return inspect(value, { depth: 1 });
  } catch {
    return `a value of type ${typeof value} that cannot be shown`;
  }
}

function limited(value: string, length: number): string {
  return value.length > length ? `${slice(value, 0, length)}…` : value;
}

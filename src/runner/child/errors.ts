import { types, inspect } from 'node:util';
import type { ErrorRecord } from '../protocol.ts';
import { isFlagWarning } from './flag-warnings.ts';
import { apply, attempt, bare, defineProperty, detached, getPrototypeOf } from './originals.ts';
import { sendError, sendExit } from './records.ts';
import { recordedEvent } from './trace.ts';

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
  const handler: ProxyHandler<typeof emitter.emit> = {
    apply(target, self, args: unknown[]) {
      const [event, value, origin] = args;
      if (self !== process) return apply(target, self, args);
      const emit = () => apply(target, self, args);
      switch (event) {
        case 'uncaughtExceptionMonitor':
          report(value, origin as Origin);
          return emit();
        case 'uncaughtException':
          return listened(event, () => watchHandlers(emit));
        case 'warning':
          return isFlagWarning(value) || emit();
        case 'exit':
          attempt(() => sendExit(Number(value)));
          return listened(event, emit);
        case 'beforeExit':
        case 'unhandledRejection':
        case 'rejectionHandled':
          return listened(event, emit);
        default:
          return emit();
      }
    },
  };
  const emit = new Proxy(emitter.emit, bare(handler));
  defineProperty(getPrototypeOf(process) as object, 'emit', {
    value: emit,
    writable: true,
    configurable: true,
    enumerable: false,
  });
}

/** Events that nobody listens to are none in the recording. */
const listened = (event: string, emit: () => unknown): unknown =>
  listenerCount(event) > 0 ? recordedEvent(event, emit) : emit();

/** An error in the handler of last resort ends the program after all, without another event. */
function watchHandlers(emit: () => unknown): unknown {
  try {
    return emit();
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

import { EventEmitter } from 'node:events';
import { constants } from 'node:os';
import { types, inspect } from 'node:util';
import type { ErrorRecord } from '../protocol.ts';
import { isFlagWarning } from './flag-warnings.ts';
import {
  apply,
  attempt,
  withoutPrototype,
  defineProperty,
  ErrorClass,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  observe,
  putMethod,
  slice,
  theProcess,
} from './primordials.ts';
import { sendError, sendExit } from './records.ts';
import { eventBegins, exitIsOver } from './trace-bounds.ts';
import { recordSignal } from './trace-records.ts';
import { unseen } from './unseen-call.ts';

type Origin = ErrorRecord['origin'];
type Emit = (...args: never[]) => unknown;

const { isNativeError } = types;
const inspectValue = inspect;
const signals = withoutPrototype({ ...constants.signals }) as Readonly<
  Record<string, number | undefined>
>;
const hasInstance = Function.prototype[Symbol.hasInstance] as (value: never) => unknown;
const listenerCount = process.listenerCount.bind(process);
const hasCapture = process.hasUncaughtExceptionCaptureCallback.bind(process);
const emitters: object = EventEmitter.prototype;
const original = getOwnPropertyDescriptor(emitters, 'emit')?.value as Emit;
const processPrototype = getPrototypeOf(process) as object;

/** Which event the outermost of our stand-ins has told of, as long as it may come to another one. */
let told: unknown;

/**
 * Sees errors nobody caught and the exit in the events that Node emits for them. The stand-in sits
 * on the prototype of `process` and goes on to whatever `emit` of all emitters is then: a program
 * may have replaced it.
 */
export function observeEvents(): void {
  let replaced = original;
  let shown = standInFor(original);
  const first = shown;
  const get = () => {
    const current: unknown = getOwnPropertyDescriptor(emitters, 'emit')?.value;
    if (current === original || typeof current !== 'function') return first;
    if (current !== replaced) {
      replaced = current as Emit;
      shown = standInFor(replaced, true);
    }
    return shown;
  };
  function set(this: object, value: unknown) {
    putMethod(this, 'emit', value, true);
  }
  const accessor = withoutPrototype({ get, set, configurable: true, enumerable: false });
  defineProperty(processPrototype, 'emit', accessor);
  // `process.exit()` calls it when the handlers are done.
  observe(theProcess as { reallyExit?: unknown }, 'reallyExit', exitIsOver, true);
}

/** @param outer another stand-in may be called by this one: the event is the same */
function standInFor(emit: Emit, outer = false): Emit {
  const nothing = () => false;
  return unseen(emit, function choose(target, self, args) {
    let result = target;
    attempt(() => {
      if (self !== theProcess) return;
      const event = args[0];
      if (event === 'warning' && isFlagWarning(args[1])) result = nothing;
      const known = !outer && told === event && told !== undefined;
      told = outer ? event : undefined;
      if (!known) tell(event, args[1], args[2], choose);
    });
    return result;
  });
}

/** @param below the function of ours that is lowest on the stack */
function tell(event: unknown, value: unknown, origin: unknown, below: Emit): void {
  switch (event) {
    case 'uncaughtExceptionMonitor':
      report(value, origin as Origin);
      listened(event, below, origin === 'unhandledRejection');
      break;
    case 'exit':
      sendExit(typeof value === 'number' ? value : 0);
      listened(event, below);
      break;
    case 'uncaughtException':
      listened(event, below, origin === 'unhandledRejection');
      break;
    case 'beforeExit':
    case 'unhandledRejection':
    case 'rejectionHandled':
      listened(event, below);
      break;
    default: {
      const number = typeof event === 'string' ? signals[event] : undefined;
      if (number !== undefined) recordSignal('signal', number);
    }
  }
}

/** Events that nobody listens to are none in the recording. */
function listened(event: string, below: Emit, queued = false): void {
  if (listenerCount(event) > 0) eventBegins(event, below, queued);
}

function report(error: unknown, origin: Origin): void {
  attempt(() => {
    const { name, message, stack } = describe(error);
    sendError({ name, message, stack, origin, handled: isHandled() });
  });
}

const isHandled = () => listenerCount('uncaughtException') > 0 || hasCapture();

type Description = Pick<ErrorRecord, 'name' | 'message' | 'stack'>;

/** Never throws: getters of the error may. */
function describe(error: unknown): Description {
  if (!isNativeError(error) && !isError(error)) {
    return { name: '', message: limited(shown(error), 10_000), stack: '' };
  }
  const { name, message, stack } = texts(error as Error);
  return {
    name: limited(name ?? 'Error', 1_000),
    message: limited(message ?? '', 10_000),
    stack: limited(stack ?? '', 50_000),
  };
}

/** As `instanceof` would say if nobody had told it otherwise. */
const isError = (value: unknown) => apply(hasInstance, ErrorClass, [value]) === true;

const texts = (error: Error) => ({
  name: text(() => error.name),
  message: text(() => error.message),
  stack: text(() => error.stack),
});

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
    return inspectValue(value, withoutPrototype({ depth: 1 }));
  } catch {
    return `a value of type ${typeof value} that cannot be shown`;
  }
}

function limited(value: string, length: number): string {
  return value.length > length ? `${slice(value, 0, length)}…` : value;
}

import { pathToFileURL } from 'node:url';
import { callSite } from './call-site.ts';
import type { CallSite } from './call-site.ts';
import {
  withoutPrototype,
  captureStackTrace,
  defineProperty,
  deleteProperty,
  uncurryThis,
  ErrorClass,
  getOwnPropertyDescriptor,
} from './primordials.ts';

/** Where a call came from. Line and column count from 1, in the snippet's own file. */
export interface CallPlace {
  readonly line?: number;
  readonly column?: number;
  /**
   * The function that the snippet called there, as V8 names it; absent when it called us directly.
   * `Promise.then` and its like make a promise of a subclass, without telling of which promise.
   */
  readonly name?: string;
  /** The file of that function; absent when it is built into V8. */
  readonly file?: string;
  /** There was only code of another file of the program, which has no line here. */
  readonly foreign?: boolean;
  /** It was called while a child process emitted `close`. */
  readonly closed?: boolean;
  /** It was called for a message that was delivered while the exit of its worker was handled. */
  readonly delivered?: boolean;
  /** What Node does for a child process made it, and no code of the program. */
  readonly child?: boolean;
  /** Output of a worker thread, which the main thread only passes on. */
  readonly worker?: boolean;
  /** Written by a method of `console`. */
  readonly console?: boolean;
  /** The nearest call in another file of the program that is not of a package. */
  readonly inner?: { readonly file: string; readonly line: number; readonly column: number };
}

const ownFile = __filename;
const nowhere: CallPlace = withoutPrototype({});

const fileOf = uncurryThis(callSite, 'getFileName');
const lineOf = uncurryThis(callSite, 'getLineNumber');
const columnOf = uncurryThis(callSite, 'getColumnNumber');
const functionOf = uncurryThis(callSite, 'getFunctionName');
const typeOf = uncurryThis(callSite, 'getTypeName');
const isAsync = uncurryThis(callSite, 'isAsync');
const isConstructor = uncurryThis(callSite, 'isConstructor');
const startsWith = uncurryThis(String.prototype, 'startsWith');
const includes = uncurryThis(String.prototype, 'includes');

let files: { readonly path: string; readonly url: string } = { path: '', url: '' };
let found: CallPlace = nowhere;
let cutShort = false;

/** To be called when the path of the snippet is known. @early */
export function watchFile(path: string): void {
  files = { path, url: pathToFileURL(path).href };
}

const settings = {
  limit: withoutPrototype({ value: 0, writable: true, enumerable: true, configurable: true }),
  prepare: withoutPrototype({
    value: readFrames,
    writable: true,
    enumerable: false,
    configurable: true,
  }),
};

type AnyFunction = (...args: never[]) => unknown;

/** Each frame costs time; the snippet's own is nearly always near. */
const fewFrames = 8;
const manyFrames = 24;

/**
 * Looks for the snippet's own frame nearest to the top. What the snippet set on `Error` is put
 * back; when it made that impossible, nothing is found.
 * @param below leaves out this function and all that it called
 */
export function findCall(below: AnyFunction): CallPlace {
  const place = findWithin(fewFrames, below);
  return cutShort ? findWithin(manyFrames, below) : place;
}

function findWithin(frames: number, below: AnyFunction): CallPlace {
  const limit = getOwnPropertyDescriptor(ErrorClass, 'stackTraceLimit');
  const prepare = getOwnPropertyDescriptor(ErrorClass, 'prepareStackTrace');
  settings.limit.value = frames;
  found = nowhere;
  cutShort = false;
  if (!defineProperty(ErrorClass, 'stackTraceLimit', settings.limit)) return nowhere;
  try {
    if (!defineProperty(ErrorClass, 'prepareStackTrace', settings.prepare)) return nowhere;
    const holder: { stack?: unknown } = withoutPrototype({});
    captureStackTrace(holder, below);
    // V8 asks for the text, and so calls `readFrames`, at the first reading.
    return holder.stack === '' ? found : nowhere;
  } finally {
    putBack('stackTraceLimit', limit);
    putBack('prepareStackTrace', prepare);
  }
}

function putBack(name: string, descriptor: PropertyDescriptor | undefined): void {
  if (descriptor === undefined) deleteProperty(ErrorClass, name);
  else defineProperty(ErrorClass, name, withoutPrototype(descriptor));
}

/** Our own are among them, and `nextTick`. */
const nearFrames = 6;

function readFrames(_error: unknown, frames: readonly CallSite[]): string {
  let name: string | null = null;
  let file: string | null | undefined;
  let worker = false;
  let logged = false;
  let subclass = false;
  let child = false;
  let foreign: CallPlace | undefined;
  let inner: CallPlace['inner'];
  for (let index = 0; index < frames.length; index++) {
    const frame = frames[index] as CallSite;
    const place = fileOf(frame);
    // The callers of an `await` wait; they did not call.
    if (isAsync(frame)) break;
    const own = place === files.path || place === files.url;
    if (own && isOfReaction(frame, frames[index + 1])) {
      subclass = true;
      continue;
    }
    if (own) {
      // What the worker's event is part of is further down.
      const ofWorker = isOfWorker(frames, index);
      cutShort = ofWorker && frames.length === fewFrames;
      found = withoutPrototype({
        line: lineOf(frame) ?? 0,
        column: columnOf(frame) ?? 0,
        ...calledBy(subclass && name !== null ? `Promise.${name}` : name, file),
        ...(logged && { console: true }),
        ...(isClosing(frames, index) && { closed: true }),
        ...(ofWorker && isDelivered(frames, index) && { delivered: true }),
        ...(inner && { inner }),
      });
      return '';
    }
    if (place === ownFile || place === 'node:internal/async_hooks') continue;
    logged ||= place === 'node:internal/console/constructor';
    if (foreign === undefined && isProgram(place) && !isBodyOfModule(frame)) {
      foreign = withoutPrototype({ foreign: true, ...calledBy(name, file) });
    }
    if (inner === undefined && isFile(place) && !isOfPackage(place)) {
      inner = withoutPrototype({
        file: place as string,
        line: lineOf(frame) ?? 0,
        column: columnOf(frame) ?? 0,
      });
    }
    if (index < nearFrames) child ||= place === 'node:internal/child_process';
    const called = functionOf(frame);
    if (called !== null) {
      name = called;
      file = place;
      if (called === 'ondata') worker ||= typeOf(frame) === 'ReadableWorkerStdio';
    }
  }
  cutShort = frames.length === fewFrames;
  found =
    worker || logged || foreign || child
      ? withoutPrototype({ worker, console: logged, child, ...foreign, ...(inner && { inner }) })
      : nowhere;
  return '';
}

/**
 * Whether `then`, `catch` or `finally` called a constructor of the program: a subclass of `Promise`, of which
 * they make the promise of a reaction. The program calls the method.
 */
function isOfReaction(frame: CallSite, caller: NodeJS.CallSite | undefined): boolean {
  if (!isConstructor(frame) || caller === undefined || typeof fileOf(caller) === 'string') {
    return false;
  }
  return functionOf(caller) === 'then';
}

const calledBy = (name: string | null, file: string | null | undefined): CallPlace =>
  withoutPrototype({
    ...(name !== null && { name }),
    ...(typeof file === 'string' && { file }),
  });

/** Whether a child process emits `close` below that frame: `maybeClose` is what Node calls it. */
function isClosing(frames: readonly NodeJS.CallSite[], from: number): boolean {
  for (let index = from + 1; index < frames.length; index++) {
    const frame = frames[index] as CallSite;
    if (fileOf(frame) !== 'node:internal/child_process') continue;
    if (functionOf(frame) === 'maybeClose') return true;
  }
  return false;
}

/** Whether a listener of a worker was called, by what the frames that there are don't tell. */
function isOfWorker(frames: readonly NodeJS.CallSite[], from: number): boolean {
  for (let index = from + 1; index < frames.length; index++) {
    if (fileOf(frames[index] as CallSite) === 'node:internal/worker') return true;
  }
  return false;
}

/**
 * Whether a port emits a message below that frame, and a worker is about to emit `exit` below that: what the worker
 * had sent and nobody had taken yet is delivered then.
 */
function isDelivered(frames: readonly NodeJS.CallSite[], from: number): boolean {
  let isMessage = false;
  for (let index = from + 1; index < frames.length; index++) {
    const frame = frames[index] as CallSite;
    const file = fileOf(frame);
    if (file === 'node:internal/per_context/messageport') isMessage = true;
    if (!isMessage || file !== 'node:internal/worker') continue;
    const name = functionOf(frame);
    if (name !== null && includes(name, 'kOnExit')) return true;
  }
  return false;
}

/** Node's own code has names that begin with `node:`; code without a file belongs to its caller. */
const isProgram = (place: string | null | undefined): boolean =>
  typeof place === 'string' &&
  (place[0] === '/' || startsWith(place, 'file:') || startsWith(place, 'data:'));

/** Paths of Windows too. */
const isFile = (place: string | null | undefined): boolean =>
  isProgram(place) || (typeof place === 'string' && place[1] === ':');

/** What packages print, the program's own files asked for. */
const isOfPackage = (place: string | null | undefined): boolean =>
  typeof place === 'string' &&
  (includes(place, '/node_modules/') || includes(place, '\\node_modules\\'));

/** The promise of a module with `await` is made there, before any of its code runs. */
const isBodyOfModule = (frame: CallSite): boolean => lineOf(frame) === 1 && columnOf(frame) === 1;

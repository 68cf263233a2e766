import {
  apply,
  attempt,
  withoutPrototype,
  defineProperty,
  uncurryThis,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  standIn,
} from './primordials.ts';

// Sockets, pipes, processes and ports: what libuv calls handles.

const ids = new WeakMap<object, number>();
const idOf = uncurryThis(WeakMap.prototype as WeakMap<object, number>, 'get');
const remember = uncurryThis(WeakMap.prototype as WeakMap<object, number>, 'set');

/** The async id of a handle that the recording saw being made. */
export const handleId = (handle: object): number | undefined => idOf(ids, handle);

type Watch = (handle: object) => void;
let onClose: Watch = () => undefined;
let onWrite: Watch = () => undefined;

/**
 * @param closing is told of each handle that begins to close
 * @param writing is told of each compressor that is given something to do
 */
export function watchHandles(closing: Watch, writing: Watch): void {
  onClose = closing;
  onWrite = writing;
}

/** Called for everything that is made and has an async id; most of it is no handle. */
export function watchHandle(id: number, resource: object): void {
  const owner = ownerOf(resource, 'close', 'hasRef');
  const writer = ownerOf(resource, 'write', 'writeSync');
  if (owner === undefined && writer === undefined) return;
  remember(ids, resource, id);
  if (owner !== undefined) observeMethod(owner, 'close', (handle) => onClose(handle));
  if (writer !== undefined) observeMethod(writer, 'write', (handle) => onWrite(handle));
}

/** What handles are given to be called back by; the recording saw it being made too. */
export const rememberRequest = (id: number, request: object): void =>
  void remember(ids, request, id);

/** Called for sockets and pipes: which request they connect with. */
export function watchConnect(
  handle: object,
  connecting: (handle: object, request: unknown) => void,
): void {
  const owner = ownerOf(handle, 'connect', 'listen');
  if (owner === undefined || isObserved(connecters, owner)) return;
  setObserved(connecters, owner);
  // The request is made within the call.
  const answer = (target: Method, self: unknown, args: unknown[]): unknown => {
    const result = apply(target, self, args);
    attempt(() => connecting(self as object, args[0]));
    return result;
  };
  replaceMethod(owner, 'connect', answer);
  replaceMethod(owner, 'connect6', answer);
}

/**
 * The prototype with both methods. That of all handles has `close` and `hasRef`, that of compressors
 * `write` and `writeSync`; a program's own objects have not.
 */
function ownerOf(resource: object, one: string, other: string): object | undefined {
  let owner = getPrototypeOf(resource);
  for (let depth = 0; owner !== null && depth < 6; depth++) {
    if (hasOwn(owner, one) && hasOwn(owner, other)) return owner;
    owner = getPrototypeOf(owner);
  }
  return undefined;
}

const hasOwn = (owner: object, name: string): boolean =>
  getOwnPropertyDescriptor(owner, name) !== undefined;

const observed = new WeakSet();
const connecters = new WeakSet();
const isObserved = uncurryThis(WeakSet.prototype, 'has');
const setObserved = uncurryThis(WeakSet.prototype, 'add');

function observeMethod(owner: object, name: string, watch: Watch): void {
  if (isObserved(observed, owner)) return;
  setObserved(observed, owner);
  replaceMethod(owner, name, (target, self, args) => {
    attempt(() => watch(self as object));
    return apply(target, self, args);
  });
}

type Method = (...args: never[]) => unknown;

function replaceMethod(
  owner: object,
  name: string,
  answer: (target: Method, self: unknown, args: unknown[]) => unknown,
): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (typeof descriptor?.value !== 'function') return;
  const value = standIn(descriptor.value as Method, answer);
  defineProperty(owner, name, withoutPrototype({ ...descriptor, value }));
}

import {
  apply,
  attempt,
  defineProperty,
  getOwnPropertyDescriptor,
  getProperty,
  getPrototypeOf,
  isView,
  standIn,
  startsWith,
  uncurryThis,
  withoutPrototype,
} from './primordials.ts';

// Connections of this process with itself: what one end reads, the other one has written.

/** The ports of one end of a connection. */
export interface Ends {
  readonly local: number;
  readonly remote: number;
}

interface Address {
  readonly address?: unknown;
  readonly port?: unknown;
}

type Method = (...args: never[]) => unknown;

type Sending = (ends: Ends, isLong: boolean) => void;

let onSend: Sending = () => undefined;

/** @param sending is told of each write, and whether it may have to be sent in parts */
export function watchSockets(sending: Sending): void {
  onSend = sending;
}

/** The socket that a callback of the loop is called for: itself, or that of an HTTP parser. */
export function endsOf(resource: object): Ends | undefined {
  const socket: unknown = getOwnPropertyDescriptor(resource, 'socket')?.value;
  const handle: unknown =
    typeof socket === 'object' && socket !== null ? getProperty(socket, '_handle') : resource;
  return typeof handle === 'object' && handle !== null ? endsOfHandle(handle) : undefined;
}

function endsOfHandle(handle: object): Ends | undefined {
  const local = portOf(handle, 'getsockname');
  const remote = local === undefined ? undefined : portOf(handle, 'getpeername');
  return local === undefined || remote === undefined ? undefined : { local, remote };
}

/** The port, if the address is that of this machine. */
function portOf(handle: object, name: string): number | undefined {
  const method = getProperty(handle, name) as Method | undefined;
  if (typeof method !== 'function') return undefined;
  const found: Address = withoutPrototype({});
  if (apply(method, handle, [found]) !== 0) return undefined;
  const { address, port } = found;
  const isHere =
    typeof address === 'string' &&
    (address === '::1' || startsWith(address, '127.') || startsWith(address, '::ffff:127.'));
  return isHere && typeof port === 'number' ? port : undefined;
}

const methods = [
  'writeBuffer',
  'writev',
  'writeUtf8String',
  'writeLatin1String',
  'writeAsciiString',
  'writeUcs2String',
] as const;

const observed = new WeakSet();
const isObserved = uncurryThis(WeakSet.prototype, 'has');
const setObserved = uncurryThis(WeakSet.prototype, 'add');

/** Called for everything that is made and has an async id; sees the writes of streams of libuv from then on. */
export function watchWrites(resource: object): void {
  let owner = getPrototypeOf(resource);
  for (let depth = 0; owner !== null && depth < 4; depth++) {
    if (getOwnPropertyDescriptor(owner, 'writeBuffer') !== undefined) break;
    owner = getPrototypeOf(owner);
  }
  if (owner === null || isObserved(observed, owner)) return;
  if (getOwnPropertyDescriptor(owner, 'writeBuffer') === undefined) return;
  setObserved(observed, owner);
  for (let index = 0; index < methods.length; index++) {
    observeWrite(owner, methods[index] as (typeof methods)[number]);
  }
}

function observeWrite(owner: object, name: string): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (typeof descriptor?.value !== 'function') return;
  const value = standIn(descriptor.value as Method, (target, self, args) => {
    attempt(() => noteWrite(self as object, args[1]));
    return apply(target, self, args);
  });
  defineProperty(owner, name, withoutPrototype({ ...descriptor, value }));
}

/** More than that may have to wait until the other end has read some of it. */
const mostAtOnce = 16_384;

function noteWrite(handle: object, data: unknown): void {
  const ends = endsOfHandle(handle);
  if (ends !== undefined) onSend(ends, lengthOf(data) > mostAtOnce);
}

/** Of several pieces, strings each with its encoding behind it or views alone, at least that much. */
function lengthOf(data: unknown): number {
  if (typeof data === 'string') return data.length * 2;
  if (isView(data)) return data.byteLength;
  let length = 0;
  const pieces = data as readonly unknown[];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (typeof piece === 'string') length += piece.length * 2;
    else if (isView(piece)) length += piece.byteLength;
  }
  return length;
}

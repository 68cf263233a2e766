import { symbolNamed } from './resource-symbols.ts';
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

/** The socket that a callback of the loop is called for: itself, or that of an HTTP parser or an HTTP/2 session. */
export function endsOf(resource: object): Ends | undefined {
  const socket: unknown = getOwnPropertyDescriptor(resource, 'socket')?.value;
  const handle: unknown = isObject(socket) ? getProperty(socket, '_handle') : resource;
  return isObject(handle) ? endsOfHandle(handle) : undefined;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What Node keeps on an object under a symbol of that name. */
function kept(object: object, name: string): object | undefined {
  const key = symbolNamed(object, name);
  const value: unknown = key && getOwnPropertyDescriptor(object, key)?.value;
  return isObject(value) ? value : undefined;
}

/** An HTTP/2 session, or one of its streams, has a socket of its own underneath. */
function socketOfHttp2(handle: object): object | undefined {
  const owner = kept(handle, 'owner_symbol');
  const session = owner && (kept(owner, 'kSession') ?? kept(owner, 'session') ?? owner);
  const socket = session && kept(session, 'socket');
  const below: unknown = socket && getProperty(socket, '_handle');
  return isObject(below) ? below : undefined;
}

function endsOfHandle(given: object): Ends | undefined {
  const handle =
    typeof getProperty(given, 'getsockname') === 'function' ? given : socketOfHttp2(given);
  if (handle === undefined) return undefined;
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

/** What an HTTP/2 session and its streams send besides data. */
const frames = [
  'request',
  'respond',
  'info',
  'trailers',
  'pushPromise',
  'rstStream',
  'goaway',
  'ping',
  'settings',
  'destroy',
] as const;

const written = new WeakSet();
const framed = new WeakSet();
const isObserved = uncurryThis(WeakSet.prototype, 'has');
const setObserved = uncurryThis(WeakSet.prototype, 'add');

/** Called for everything that is made and has an async id; sees the writes of streams of libuv from then on. */
export function watchWrites(resource: object): void {
  observeAll(ownerOf(resource, 'writeBuffer'), methods, written);
}

/** The same of what sends frames of HTTP/2, for a session and a stream each. */
export function watchFrames(resource: object): void {
  observeAll(ownerOf(resource, 'goaway') ?? ownerOf(resource, 'rstStream'), frames, framed);
}

/** The prototype that has the method itself. */
function ownerOf(resource: object, name: string): object | undefined {
  let owner = getPrototypeOf(resource);
  for (let depth = 0; owner !== null && depth < 4; depth++) {
    if (getOwnPropertyDescriptor(owner, name) !== undefined) return owner;
    owner = getPrototypeOf(owner);
  }
  return undefined;
}

function observeAll(
  owner: object | undefined,
  names: readonly string[],
  observed: WeakSet<object>,
): void {
  if (owner === undefined || isObserved(observed, owner)) return;
  setObserved(observed, owner);
  for (let index = 0; index < names.length; index++) observeWrite(owner, names[index] as string);
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
  if (!isObject(data) && typeof data !== 'string') return 0;
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

import {
  apply,
  attempt,
  bare,
  defineProperty,
  detached,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  standIn,
} from './originals.ts';

// Sockets, pipes, processes and ports: what libuv calls handles.

const ids = new WeakMap<object, number>();
const idOf = detached(WeakMap.prototype as WeakMap<object, number>, 'get');
const remember = detached(WeakMap.prototype as WeakMap<object, number>, 'set');

/** The async id of a handle that the recording saw being made. */
export const handleId = (handle: object): number | undefined => idOf(ids, handle);

type Watch = (handle: object) => void;
let onClose: Watch = () => undefined;

/** @param watch is told of each handle that begins to close */
export function watchClosing(watch: Watch): void {
  onClose = watch;
}

/** Called for everything that is made and has an async id; most of it is no handle. */
export function watchHandle(id: number, resource: object): void {
  const owner = ownerOfClose(resource);
  if (owner === undefined) return;
  remember(ids, resource, id);
  observeClose(owner);
}

/** The prototype of all handles has `close` and `hasRef`; a program's own objects have not. */
function ownerOfClose(resource: object): object | undefined {
  let owner = getPrototypeOf(resource);
  for (let depth = 0; owner !== null && depth < 6; depth++) {
    if (hasOwn(owner, 'close') && hasOwn(owner, 'hasRef')) return owner;
    owner = getPrototypeOf(owner);
  }
  return undefined;
}

const hasOwn = (owner: object, name: string): boolean =>
  getOwnPropertyDescriptor(owner, name) !== undefined;

const observed = new WeakSet();
const isObserved = detached(WeakSet.prototype, 'has');
const setObserved = detached(WeakSet.prototype, 'add');

function observeClose(owner: object): void {
  if (isObserved(observed, owner)) return;
  setObserved(observed, owner);
  const descriptor = getOwnPropertyDescriptor(owner, 'close');
  if (typeof descriptor?.value !== 'function') return;
  const value = standIn(descriptor.value as (...args: never[]) => unknown, (target, self, args) => {
    attempt(() => onClose(self as object));
    return apply(target, self, args);
  });
  defineProperty(owner, 'close', bare({ ...descriptor, value }));
}

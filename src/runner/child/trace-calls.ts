import asyncHooks from 'node:async_hooks';
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import workerThreads from 'node:worker_threads';
import {
  apply,
  attempt,
  withoutPrototype,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  standIn,
} from './primordials.ts';
import { callUnseen } from './own-frames.ts';
import { observeConsole } from './observe-console.ts';
import { watchHandles } from './trace-handles.ts';
import { watchSockets } from './trace-sockets.ts';
import { watchStreams } from './trace-streams.ts';
import {
  recordAltered,
  recordClear,
  recordFill,
  recordHandle,
  recordListening,
  recordOwnHooks,
  recordRefresh,
  recordSend,
  recordSleep,
  recordWait,
  shownId,
} from './trace.ts';

type Call = (...args: never[]) => unknown;

/** Lets the recording see what async_hooks tells too late or not at all. @early */
export function observeCalls(): void {
  for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate'] as const) {
    const original = timers[name] as Call;
    const value = told(original, (_self, args) => recordClear(args[0]));
    for (const owner of [timers, globalThis]) replace(owner, name, original, value);
  }
  observeRefresh();
  observePosts();
  observeTaking();
  observeListening();
  observeWaits();
  observeSleep();
  observeIds();
  observeConsole();
  syncBuiltinESMExports();
  watchSockets(recordSend);
  watchStreams(recordFill);
  watchHandles(
    (handle) => recordHandle('close', handle),
    (handle) => recordHandle('start', handle),
  );
}

/** @early */
function observeRefresh(): void {
  const timer = setTimeout(() => undefined, 1);
  clearTimeout(timer);
  const owner = getPrototypeOf(timer) as { refresh: Call };
  const original = owner.refresh;
  replace(
    owner,
    'refresh',
    original,
    told(original, (self) => recordRefresh(self)),
  );
}

/** @early */
function observePosts(): void {
  const owner = MessagePort.prototype as unknown as { postMessage: Call };
  const original = owner.postMessage;
  const value = standIn(original, (target, self, args) => {
    // What can't be cloned throws and is not posted.
    const result = callUnseen(target, self, args);
    attempt(() => recordHandle('post', self as object));
    return result;
  });
  replace(owner, 'postMessage', original, value);
}

/** What is taken out of a port is not delivered any more. @early */
function observeTaking(): void {
  const original = workerThreads.receiveMessageOnPort as Call;
  const value = standIn(original, (target, self, args) => {
    const result = callUnseen(target, self, args);
    attempt(() => {
      if (result !== undefined) recordHandle('take', args[0] as object);
    });
    return result;
  });
  replace(workerThreads, 'receiveMessageOnPort', original, value);
}

/**
 * A port listens from the first listener to the last one, or from `start`. For a listener, Node itself calls `ref`
 * and `unref`. @early
 */
function observeListening(): void {
  const owner = MessagePort.prototype as unknown as Record<'ref' | 'unref' | 'start', Call>;
  for (const name of ['ref', 'unref', 'start'] as const) {
    const original = owner[name];
    const tell = (self: unknown): void =>
      recordListening(self as object, name !== 'unref', name === 'start');
    replace(owner, name, original, told(original, tell));
  }
}

/** While one of these runs, a process may print and nothing of this one can. @early */
function observeWaits(): void {
  for (const name of ['spawnSync', 'execSync', 'execFileSync'] as const) {
    const original = childProcess[name] as Call;
    const value = standIn(original, (target, self, args) => {
      attempt(() => recordWait(true));
      try {
        return callUnseen(target, self, args);
      } finally {
        attempt(() => recordWait(false));
      }
    });
    replace(childProcess, name, original, value);
  }
}

/**
 * `Atomics.wait` whose time was over: in every run it takes that long, whatever the thread computes. Who is woken
 * before waits for another thread. @early
 */
function observeSleep(): void {
  const original = Atomics.wait as Call;
  const value = standIn(original, (target, self, args) => {
    const result = callUnseen(target, self, args);
    const ms = args[3];
    if (result === 'timed-out' && typeof ms === 'number' && ms > 0) attempt(() => recordSleep(ms));
    return result;
  });
  replace(Atomics, 'wait', original, value);
}

/** What async_hooks answers changes while it is asked to watch promises. @early */
function observeIds(): void {
  for (const name of ['executionAsyncId', 'triggerAsyncId'] as const) {
    const original = asyncHooks[name] as Call;
    const value = standIn(original, (target, self, args) =>
      shownId(apply(target, self, args) as number, name),
    );
    replace(asyncHooks, name, original, value);
  }
  // Node 22 makes hooks of its own when the class is asked for.
  if (storesByHooks()) observeStores();
  const { createHook } = asyncHooks;
  const value = told(createHook, (_self, args) => recordOwnHooks(isAround(args[0])));
  replace(asyncHooks, 'createHook', createHook, value);
}

const isAround = (hooks: unknown): boolean =>
  typeof hooks === 'object' &&
  hooks !== null &&
  (getOwnPropertyDescriptor(hooks, 'before') ?? getOwnPropertyDescriptor(hooks, 'after')) !==
    undefined;

/** @early */
function observeStores(): void {
  const owner = asyncHooks.AsyncLocalStorage.prototype as unknown as Record<string, Call>;
  for (const name of ['run', 'enterWith'] as const) {
    const original = owner[name] as Call;
    const method = told(original, () => {
      recordOwnHooks(true);
      if (name === 'enterWith') recordAltered('AsyncLocalStorage.enterWith');
    });
    replace(owner, name, original, method);
  }
}

/** Node 20 and 22 keep the stores of `AsyncLocalStorage` with the help of hooks. @early */
function storesByHooks(): boolean {
  return Number.parseInt(process.versions.node, 10) < 24;
}

/** A stand-in that tells of each call before it happens. @early */
function told(original: Call, before: (self: unknown, args: readonly unknown[]) => void): Call {
  return standIn(original, (target, self, args) => {
    attempt(() => before(self, args));
    return apply(target, self, args);
  });
}

/** @early */
function replace(owner: object, name: string, original: Call, value: Call): void {
  const descriptor = getOwnPropertyDescriptor(owner, name);
  if (descriptor?.value === original)
    defineProperty(owner, name, withoutPrototype({ ...descriptor, value }));
}

import asyncHooks from 'node:async_hooks';
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers';
import workerThreads from 'node:worker_threads';
import { consoleReplacements } from './observe-console.ts';
import { callUnseen } from './own-frames.ts';
import {
  apply,
  attempt,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  standIn,
} from './primordials.ts';
import { install, replacements } from './replacements.ts';
import type { Replacement } from './replacements.ts';
import { watchHandles } from './trace-handles.ts';
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
} from './trace-records.ts';
import { watchSockets } from './trace-sockets.ts';
import { streamReplacements } from './trace-streams.ts';

type Call = (...args: never[]) => unknown;

/**
 * Prepares what lets the recording see what async_hooks tells too late or not at all.
 * @returns to be called when it is known that the run is recorded
 * @early
 */
export function prepareCalls(): () => void {
  const prepared = [
    ...clears(),
    ...posts(),
    ...taking(),
    ...listening(),
    ...waits(),
    ...sleep(),
    ...ids(),
    ...consoleReplacements(),
    ...streamReplacements(recordFill),
  ];
  return () => observeCalls(prepared);
}

/** @early */
function observeCalls(prepared: readonly Replacement[]): void {
  // What these look at makes an async id, or hooks of Node's own.
  install(refreshing());
  if (storesByHooks()) install(stores());
  install(prepared);
  syncBuiltinESMExports();
  watchSockets(recordSend);
  watchHandles(
    (handle) => recordHandle('close', handle),
    (handle) => recordHandle('start', handle),
  );
}

/** @early */
function clears(): Replacement[] {
  const names = ['clearTimeout', 'clearInterval', 'clearImmediate'];
  const ofModule = replacements(timers, names, (original) =>
    told(original, (_self, args) => recordClear(args[0])),
  );
  const ofGlobal: Replacement[] = [];
  for (const each of ofModule) ofGlobal.push({ ...each, owner: globalThis });
  return [...ofModule, ...ofGlobal];
}

/** @early */
function refreshing(): Replacement[] {
  const timer = setTimeout(() => undefined, 1);
  clearTimeout(timer);
  return replacements(getPrototypeOf(timer) as object, ['refresh'], (refresh) =>
    told(refresh, (self) => recordRefresh(self)),
  );
}

/** @early */
function posts(): Replacement[] {
  return replacements(MessagePort.prototype, ['postMessage'], (postMessage) =>
    standIn(postMessage, (target, self, args) => {
      // What can't be cloned throws and is not posted.
      const result = callUnseen(target, self, args);
      attempt(() => recordHandle('post', self as object));
      return result;
    }),
  );
}

/** What is taken out of a port is not delivered any more. @early */
function taking(): Replacement[] {
  return replacements(workerThreads, ['receiveMessageOnPort'], (receive) =>
    standIn(receive, (target, self, args) => {
      const result = callUnseen(target, self, args);
      attempt(() => {
        if (result !== undefined) recordHandle('take', args[0] as object);
      });
      return result;
    }),
  );
}

/**
 * A port listens from the first listener to the last one, or from `start`. For a listener, Node itself calls `ref`
 * and `unref`. @early
 */
function listening(): Replacement[] {
  return replacements(MessagePort.prototype, ['ref', 'unref', 'start'], (original, name) =>
    told(original, (self) => recordListening(self as object, name !== 'unref', name === 'start')),
  );
}

/** While one of these runs, a process may print and nothing of this one can. @early */
function waits(): Replacement[] {
  const waiting = (original: Call): Call =>
    standIn(original, (target, self, args) => {
      attempt(() => recordWait(true));
      try {
        return callUnseen(target, self, args);
      } finally {
        attempt(() => recordWait(false));
      }
    });
  return replacements(childProcess, ['spawnSync', 'execSync', 'execFileSync'], waiting);
}

/**
 * `Atomics.wait` whose time was over: in every run it takes that long, whatever the thread computes. Who is woken
 * before waits for another thread. @early
 */
function sleep(): Replacement[] {
  return replacements(Atomics, ['wait'], (wait) =>
    standIn(wait, (target, self, args) => {
      const result = callUnseen(target, self, args);
      const ms = args[3];
      if (result === 'timed-out' && typeof ms === 'number' && ms > 0)
        attempt(() => recordSleep(ms));
      return result;
    }),
  );
}

/** What async_hooks answers changes while it is asked to watch promises. @early */
function ids(): Replacement[] {
  const asked = ['executionAsyncId', 'triggerAsyncId'];
  return [
    ...replacements(asyncHooks, asked, (original, name) =>
      standIn(original, (target, self, args) => shownId(apply(target, self, args) as number, name)),
    ),
    ...replacements(asyncHooks, ['createHook'], (createHook) =>
      told(createHook, (_self, args) => recordOwnHooks(isAround(args[0]))),
    ),
  ];
}

const isAround = (hooks: unknown): boolean =>
  typeof hooks === 'object' &&
  hooks !== null &&
  (getOwnPropertyDescriptor(hooks, 'before') ?? getOwnPropertyDescriptor(hooks, 'after')) !==
    undefined;

/** Node 22 makes hooks of its own when the class is asked for. @early */
function stores(): Replacement[] {
  const owner = asyncHooks.AsyncLocalStorage.prototype;
  return replacements(owner, ['run', 'enterWith'], (original, name) =>
    told(original, () => {
      recordOwnHooks(true);
      if (name === 'enterWith') recordAltered('AsyncLocalStorage.enterWith');
    }),
  );
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

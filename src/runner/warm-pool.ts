import type { GatedChild } from './gated-child.ts';
import { sameKind } from './spawn-child.ts';
import type { ChildKind } from './spawn-child.ts';
import { openPlace } from './warm-place.ts';
import type { WarmPlace } from './warm-place.ts';

/** Has one child wait for the next run, which is likely to be like the last one. */
export interface WarmPool {
  /** A run begins: no child is started while one goes on. */
  began(): void;
  /** The child that waits, or is about to, if it suits. It is the caller's from now on. */
  take(kind: ChildKind): Promise<GatedChild | undefined>;
  /** A run has ended: a child of its kind shall wait for the next one. */
  ended(kind: ChildKind): void;
  /** Resolves, with the process id, once a child waits at its gate. */
  whenWaiting(): Promise<number>;
  /** Ends the child that waits, because the next run will need another kind. */
  clear(): void;
  /** What can be ended at once is. Resolves when nothing is left. */
  dispose(): Promise<void>;
}

export interface PoolOptions {
  readonly childFolder: string;
  /** How long a child may wait, in milliseconds. */
  readonly idleMs?: number;
  /** Milliseconds from a result to the start of the next child: the result comes first. */
  readonly pauseMs?: number;
}

export function createWarmPool(options: PoolOptions): WarmPool {
  const { childFolder, idleMs = 5 * 60_000, pauseMs = 50 } = options;
  let place: WarmPlace | undefined;
  let runs = 0;
  let disposed = false;
  let refill: NodeJS.Timeout | undefined;
  let trim: NodeJS.Timeout | undefined;
  let closing: Promise<unknown> = Promise.resolve();
  let listeners: ((pid: number) => void)[] = [];

  function clear(): void {
    clearTimeout(trim);
    const closed = place?.close();
    place = undefined;
    closing = Promise.all([closing, closed]);
  }

  function fill(kind: ChildKind): void {
    if (disposed || runs > 0) return;
    if (place === undefined || !sameKind(place.kind, kind)) {
      clear();
      const opened: WarmPlace = openPlace(kind, childFolder, () => {
        if (place === opened) clear();
      });
      place = opened;
      for (const listener of listeners) void opened.waiting.then(listener);
      listeners = [];
    }
    clearTimeout(trim);
    trim = setTimeout(clear, idleMs).unref();
  }

  return {
    began() {
      runs++;
      clearTimeout(refill);
    },
    take(kind) {
      if (place === undefined || !sameKind(place.kind, kind)) return Promise.resolve(undefined);
      const taken = place.take();
      place = undefined;
      clearTimeout(trim);
      return taken;
    },
    ended(kind) {
      runs--;
      clearTimeout(refill);
      if (!disposed) refill = setTimeout(fill, pauseMs, kind).unref();
    },
    whenWaiting() {
      return new Promise((resolve) => {
        if (place === undefined) listeners.push(resolve);
        else void place.waiting.then(resolve);
      });
    },
    clear,
    async dispose() {
      disposed = true;
      clearTimeout(refill);
      clear();
      await closing;
    },
  };
}

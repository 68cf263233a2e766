import { openGatedChild } from './gated-child.ts';
import type { GatedChild } from './gated-child.ts';
import type { ChildKind } from './spawn-child.ts';

/** Where one child waits for its run. */
export interface WarmPlace {
  readonly kind: ChildKind;
  /** The process id, once the child waits at its gate. Never settles when it comes to nothing. */
  readonly waiting: Promise<number>;
  /** The child is the caller's now. None if it could not be started. */
  take(): Promise<GatedChild | undefined>;
  /** Ends the child, now or as soon as it is there. Resolves when it is gone. */
  close(): Promise<void>;
}

/** @param onGone the child ended by itself, or could not be started: the place is to be closed */
export function openPlace(kind: ChildKind, childFolder: string, onGone: () => void): WarmPlace {
  let fate: 'kept' | 'taken' | 'closed' = 'kept';
  let gated: GatedChild | undefined;

  const close = async () => {
    fate = 'closed';
    gated?.discard();
    const child = gated ?? (await opened);
    // Callers wait for the child to end, so it must keep this process alive until then.
    child?.ref();
    await child?.ended;
  };
  const opened = openGatedChild(kind, { warm: true, childFolder }).then(
    (child) => {
      gated = child;
      if (fate === 'closed') child.discard();
      // It must not keep a host alive that has nothing else to do.
      if (fate === 'kept') child.unref();
      void child.ended.then(() => {
        if (fate === 'kept') onGone();
      });
      return child;
    },
    () => {
      // The next run tries again, and tells why it is not possible.
      if (fate === 'kept') onGone();
      return undefined;
    },
  );

  return {
    kind,
    waiting: new Promise((resolve) => {
      void opened.then((child) =>
        child?.waiting.then(
          () => resolve(child.child.pid),
          () => undefined,
        ),
      );
    }),
    async take() {
      fate = 'taken';
      const child = await opened;
      child?.ref();
      return child;
    },
    close,
  };
}

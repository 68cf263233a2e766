/** Lets few of many callers work at the same time; the others wait for their turn, in their order. */
export interface Semaphore {
  /** @param signal who is aborted while waiting waits no longer: `work` begins, and can say so */
  run<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result>;
}

/** @param most how many work at the same time */
export function createSemaphore(most: number): Semaphore {
  const waiting = new Set<() => void>();
  let working = 0;

  const begin = (signal: AbortSignal): Promise<void> => {
    if (working < most || signal.aborted) {
      working += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const go = (): void => {
        waiting.delete(go);
        signal.removeEventListener('abort', go);
        working += 1;
        resolve();
      };
      waiting.add(go);
      signal.addEventListener('abort', go);
    });
  };

  return {
    async run(signal, work) {
      await begin(signal);
      try {
        return await work();
      } finally {
        working -= 1;
        const [next] = waiting;
        if (working < most) next?.();
      }
    },
  };
}

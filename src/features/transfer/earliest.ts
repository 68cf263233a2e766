/** Work that is asked for by many, is done once for all of them, and as early as any of them wants it. */
export interface Earliest {
  /** @param delay milliseconds; a longer one than what is left of another changes nothing */
  within(delay: number): void;
  dispose(): void;
}

export function createEarliest(work: () => void): Earliest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  return {
    within(delay) {
      // Not the time of day, which may be set.
      const at = performance.now() + delay;
      if (at >= due) return;
      clearTimeout(timer);
      due = at;
      timer = setTimeout(() => {
        due = Infinity;
        work();
      }, delay);
    },
    dispose: () => clearTimeout(timer),
  };
}

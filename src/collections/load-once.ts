/** Something that is loaded when it is first asked for, and then kept. */
export interface LoadedOnce<T> {
  /** The same for everybody who asks. A failure is not kept: whoever asks next begins anew. */
  readonly load: () => Promise<T>;
  /** Whether it was asked for, and that has not failed. */
  readonly isBegun: boolean;
  /** Does something with it once it is there, where somebody has asked for it; never rejects. */
  ifBegun(use: (loaded: T) => void): void;
  /** Whoever asks next gets another one. */
  readonly forget: () => void;
}

/** Keeps what `load` answers, but no rejection: a file may be back a moment later, and a window lives for days. */
export function loadOnce<T>(load: () => Promise<T>): LoadedOnce<T> {
  let loading: Promise<T> | undefined;
  return {
    load() {
      if (loading) return loading;
      const begun = load();
      loading = begun;
      begun.catch(() => {
        if (loading === begun) loading = undefined;
      });
      return begun;
    },
    get isBegun() {
      return loading !== undefined;
    },
    ifBegun(use) {
      // Whoever asked for it is told of a failure.
      loading?.then(use, () => undefined);
    },
    forget() {
      loading = undefined;
    },
  };
}

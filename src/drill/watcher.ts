import type { Phase } from '../trace/model.ts';

/** Is told what happens in a run of the model, to draw it. Most runs are not watched. */
export interface Watcher {
  /** Something was scheduled, or waits for a promise. @param api as its author wrote it */
  scheduled(api: string, phase: Phase, how?: ScheduledHow): Ticket;
  printed(text: string): void;
  /** A turn of the loop begins. */
  turn(): void;
}

export interface ScheduledHow {
  readonly delayMs?: number;
  readonly repeats?: true;
  /** The engine's own. */
  readonly internal?: true;
}

/** One thing that was scheduled. */
export interface Ticket {
  /** It got into its queue: the promise that it waited for is settled. */
  queued(): void;
  /** Its callback is what `work` does. */
  run<T>(work: () => T): T;
}

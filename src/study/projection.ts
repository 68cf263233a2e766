import type { ProgressEvent } from './event.ts';

/**
 * A state that the events of the log add up to, such as what the trees show. It is never the truth
 * itself: the log is, and a projection can be thrown away and made again from it at any time.
 */
export interface Projection {
  /** Names its part of a snapshot. */
  readonly name: string;
  /** Grows when `add` or `save` changes, so that no snapshot of an older program is taken over. */
  readonly version: number;
  /**
   * Adds an event and returns whether anything that the state tells has changed. The state must be
   * the same in whatever order events are added and however often each of them: several windows
   * append to one log, and an event is added again when a file or a snapshot is read again.
   */
  add(event: ProgressEvent): boolean;
  /** The state as JSON values, small enough that each is written and read in a moment. */
  save(): Iterable<unknown>;
  /** Takes back one value that `save` of the same version made. May throw on any other. */
  restore(saved: unknown): void;
  /** Forgets everything. */
  reset(): void;
}

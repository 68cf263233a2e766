import { elapsedAt, newClock, run, type Clock } from '../../study/clock.ts';

/** How long a card is looked at: neither pauses count nor time in which another editor is active. */
export interface CardClock {
  /** When the card was shown, in milliseconds since 1970, wherever its time went. */
  readonly shownAt: number;
  /** Milliseconds. */
  elapsed(): number;
  /** Another card is shown. */
  restart(): void;
  setPaused(paused: boolean): void;
  setActive(active: boolean): void;
}

/** @param stored of a card that was shown before a restart */
export function createCardClock(stored?: {
  readonly clock?: Clock;
  readonly shownAt?: number;
}): CardClock {
  let clock = stored?.clock ?? newClock;
  let shownAt = stored?.shownAt ?? Date.now();
  let isActive = true;
  let isPaused = false;

  function update(): void {
    clock = run(clock, isActive && !isPaused, performance.now());
  }

  return {
    get shownAt() {
      return shownAt;
    },
    elapsed: () => elapsedAt(clock, performance.now()),
    restart() {
      shownAt = Date.now();
      clock = newClock;
      update();
    },
    setPaused(paused) {
      isPaused = paused;
      update();
    },
    setActive(active) {
      isActive = active;
      update();
    },
  };
}

/** Goes on by itself, step by step. */
export interface Player {
  readonly playing: boolean;
  speed: number;
  start(): void;
  stop(): void;
}

/** How often a step is taken at speed 1. */
const STEP_MS = 1000;

export const speeds = [0.5, 1, 2, 4, 8] as const;

/**
 * @param advance takes a step; false when there is none
 * @param onChange hears when it starts and when it stops
 */
export function createPlayer(advance: () => boolean, onChange: () => void): Player {
  let timer: number | undefined;
  let speed = 1;
  const wait = (): void => {
    timer = window.setTimeout(() => {
      if (!advance()) player.stop();
      else if (timer !== undefined) wait();
    }, STEP_MS / speed);
  };
  const player: Player = {
    get playing() {
      return timer !== undefined;
    },
    get speed() {
      return speed;
    },
    set speed(value) {
      speed = value;
      if (timer === undefined) return;
      window.clearTimeout(timer);
      wait();
    },
    start() {
      if (timer !== undefined) return;
      wait();
      onChange();
    },
    stop() {
      if (timer === undefined) return;
      window.clearTimeout(timer);
      timer = undefined;
      onChange();
    },
  };
  return player;
}

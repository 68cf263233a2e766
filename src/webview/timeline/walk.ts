import type { Moment } from '../../shared/timeline.ts';
import { timelineKey } from './keys.ts';
import { createPlayer, type Player } from './player.ts';
import { stepAt, stepOfNeighbour, type Step } from './steps.ts';

/** The way through the steps of a run: the one that is shown, and how to get to another. */
export interface Walk {
  readonly steps: readonly Step[];
  readonly at: number;
  /** Nothing when there are no steps. */
  readonly step: Step | undefined;
  readonly player: Player;
  /** Goes on among other steps, at the same moment of the run. */
  use(steps: readonly Step[], moment: Moment): void;
  /** By somebody's wish: what plays stops. */
  go(step: number): void;
  togglePlay(): void;
  /** @param plays whether Space plays; else it means what it does on the page */
  onKey(event: KeyboardEvent, plays: boolean): void;
}

/**
 * @param onMove hears when another step is shown
 * @param onPlay hears when it starts to play and when it stops
 */
export function createWalk(onMove: () => void, onPlay: () => void): Walk {
  let steps: readonly Step[] = [];
  let at = 0;
  const player = createPlayer(() => {
    moveTo(at + 1);
    return at < steps.length - 1;
  }, onPlay);

  function moveTo(step: number): void {
    const next = Math.max(0, Math.min(steps.length - 1, step));
    if (next === at) return;
    at = next;
    onMove();
  }

  function go(step: number): void {
    player.stop();
    moveTo(step);
  }

  function togglePlay(): void {
    if (player.playing) {
      player.stop();
      return;
    }
    if (at >= steps.length - 1) moveTo(0);
    player.start();
  }

  const places = () => ({
    previous: at - 1,
    next: at + 1,
    previousBox: stepOfNeighbour(steps, at, -1),
    nextBox: stepOfNeighbour(steps, at, 1),
    first: 0,
    last: steps.length - 1,
  });

  return {
    get steps() {
      return steps;
    },
    get at() {
      return at;
    },
    get step() {
      return steps[at];
    },
    player,
    use(next, moment) {
      steps = next;
      at = stepAt(steps, moment);
    },
    go,
    togglePlay,
    onKey(event, plays) {
      const key = timelineKey(event);
      if (!key || steps.length === 0 || (key === 'play' && !plays)) return;
      event.preventDefault();
      if (key === 'play') togglePlay();
      else go(places()[key]);
    },
  };
}

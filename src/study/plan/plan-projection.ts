import { nameOfCard } from '../event-line.ts';
import type { ProgressEvent } from '../event.ts';
import type { Projection } from '../projection.ts';
import { isLater, stampOf, type Stamp } from '../stamp.ts';

/** Which items of the plan of study are ticked. */
export interface PlanProjection extends Projection {
  readonly ticks: PlanTicks;
}

export interface PlanTicks {
  /** When an item was ticked, in milliseconds since 1970; undefined while it is not. */
  tickedAt(item: string): number | undefined;
}

interface Tick extends Stamp {
  readonly on: boolean;
}

export function createPlanProjection(): PlanProjection {
  const ticks = new Map<string, Tick>();
  return {
    name: 'plan',
    version: 1,
    ticks: {
      tickedAt(item) {
        const tick = ticks.get(item);
        return tick?.on === true ? tick.at : undefined;
      },
    },
    add(event: ProgressEvent) {
      if (event.kind !== 'planTicked') return false;
      const item = nameOfCard(event.card);
      const before = ticks.get(item);
      const stamp = stampOf(event);
      if (!isLater(stamp, before)) return false;
      ticks.set(item, { ...stamp, on: event.on });
      return (before?.on ?? false) !== event.on;
    },
    *save() {
      yield* ticks;
    },
    restore(saved) {
      const [item, tick] = saved as [string, Tick];
      ticks.set(item, tick);
    },
    reset: () => ticks.clear(),
  };
}

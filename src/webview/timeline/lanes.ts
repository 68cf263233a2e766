import type { Phase } from '../../shared/timeline.ts';

/** A row of the picture: a phase, or what runs beside this thread. */
export type Lane = Phase | 'beside';

/** From top to bottom; the phases of the loop stand in the order in which a turn goes through them. */
export const lanes: readonly Lane[] = [
  'main',
  'nextTick',
  'microtask',
  'timers',
  'poll',
  'check',
  'close',
  'exit',
  'beside',
];

/** Shown even when nothing runs there, so that a small run does not look like a broken picture. */
const always: readonly Lane[] = ['main', 'nextTick', 'microtask'];

/** The lanes of a run, in their order. */
export function shownLanes(used: Iterable<Lane>, hidden: ReadonlySet<Lane>): Lane[] {
  const wanted = new Set<Lane>([...always, ...used]);
  return lanes.filter((lane) => wanted.has(lane) && !hidden.has(lane));
}

import type { ProgressEvent } from '../event.ts';
import { isLater, stampOf } from '../stamp.ts';

/** What another machine has to know of a card so that it tells the same of it. */
export interface CarriedCard {
  readonly card: string;
  /** Milliseconds since 1970 of its latest event. */
  readonly latest: number;
  /** In the order of time. */
  readonly events: readonly ProgressEvent[];
}

/** Answers of the drill before these say nothing: see `drill/drill-projection.ts`. */
const mostDrilled = 100;

/**
 * The events that count, without those that later ones have made meaningless: of ticks, answers, marks and notes the
 * latest one, of reviews those since the last reset that were not taken back. Predictions of changed copies stay where they
 * were made. Latest cards first.
 */
export function carriedCards(events: Iterable<ProgressEvent>): CarriedCard[] {
  const cards = new Map<string, Map<string, ProgressEvent>>();
  for (const event of events) {
    if (event.kind === 'copyPredicted') continue;
    const card = cards.get(event.card) ?? new Map<string, ProgressEvent>();
    cards.set(event.card, card.set(event.id, card.get(event.id) ?? event));
  }
  const carried = [...cards].map(([card, all]) => carriedCard(card, [...all.values()]));
  carried.sort((one, other) => other.latest - one.latest || (one.card < other.card ? -1 : 1));
  let drilled = 0;
  return carried.filter(({ card }) => !card.startsWith('drill:') || (drilled += 1) <= mostDrilled);
}

function carriedCard(card: string, all: readonly ProgressEvent[]): CarriedCard {
  const inTime = all.toSorted(byTime);
  const undone = new Set(inTime.flatMap((one) => (one.kind === 'undone' ? [one.event] : [])));
  const reset = inTime.findLast(({ kind, id }) => kind === 'reset' && !undone.has(id));
  const last = inTime.at(-1);
  const kept = new Set<ProgressEvent | undefined>([last, reset]);
  const latest = new Map<string, ProgressEvent>();
  for (const event of inTime) {
    const slot = slotOf(event);
    if (slot !== undefined) latest.set(slot, event);
    else if (event.kind === 'undone') kept.add(event);
    else if (event.kind === 'reviewed') {
      if (!undone.has(event.id) && (!reset || byTime(event, reset) > 0)) kept.add(event);
    } else if (event.kind !== 'reset' && !undone.has(event.id)) kept.add(event);
  }
  for (const event of latest.values()) kept.add(event);
  return {
    ...{ card, latest: last ? stampOf(last).at : 0 },
    events: inTime.filter((event) => kept.has(event)),
  };
}

/** Of events with one slot only the latest counts; undefined for those of which all do. */
function slotOf(event: ProgressEvent): string | undefined {
  switch (event.kind) {
    case 'opened':
    case 'bookmarked':
    case 'askLater':
    case 'noted':
    case 'planTicked':
    case 'suspected':
      return event.kind;
    case 'ticked':
      return `ticked ${event.point}`;
    case 'answered':
      return `answered ${event.check}`;
    case 'predicted':
      // Whether it was ever right, and whether it was right the last time, are two things.
      return `predicted ${judgement[event.verdict]}`;
    case 'practised':
      // Whether it was ever solved, and how the last run ended.
      return `practised ${event.failed === 0 ? 'solved' : 'failed'}`;
    case 'copyPredicted':
    case 'drilled':
    case 'found':
    case 'interviewed':
    case 'reset':
    case 'reviewed':
    case 'undone':
      return undefined;
  }
}

const judgement = {
  exact: 'right',
  possible: 'right',
  wrong: 'wrong',
  unknown: 'unknown',
} as const;

function byTime(one: ProgressEvent, other: ProgressEvent): number {
  if (one.id === other.id) return 0;
  return isLater(stampOf(one), stampOf(other)) ? 1 : -1;
}

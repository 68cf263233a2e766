import { parseLine } from '../event-line.ts';
import type { ProgressEvent } from '../event.ts';
import { carriedCards, type CarriedCard } from './carried.ts';
import type { ReadSlot } from './slot-rows.ts';

/**
 * Machines share a few slots, each of which holds a set of events. Whoever looks adds the events that its log lacks to the
 * log, and puts those that no other slot holds into its own slot. Sets of events with ids of their own only
 * grow together: nothing counts twice, whatever was read too late, written over by another machine, or lost with a disk.
 */
export type Slots = readonly (ReadSlot | 'newer' | undefined)[];

/**
 * The slot of a machine: the one that it wrote to, else an empty one, else one that it shares. What is lost when
 * two choose the same one at the same time is written again by the next look.
 * @param preferred any number; where a machine begins to look
 * @returns undefined when a later Loopwise holds all of them
 */
export function ownSlot(slots: Slots, machine: string, preferred: number): number | undefined {
  const order = slots.map((_, index) => (index + preferred) % slots.length);
  return (
    order.find((at) => isSlotOf(slots[at], machine)) ??
    order.find((at) => slots[at] === undefined) ??
    order.find((at) => slots[at] !== 'newer')
  );
}

/** Whether a machine was the last that wrote it. */
export const isSlotOf = (slot: Slots[number], machine: string): boolean =>
  slot !== 'newer' && slot?.machine === machine;

/** Lines of events that the log lacks. @param has whether the log has an event with this id */
export function missingLines(slots: Slots, has: (id: string) => boolean): readonly string[] {
  const missing = new Map<string, string>();
  for (const slot of slots) {
    if (slot === undefined || slot === 'newer') continue;
    for (const [id, line] of slot.events) {
      if (has(id) || missing.has(id) || parseLine(line).kind === 'unreadable') continue;
      missing.set(id, line);
    }
  }
  return [...missing.values()];
}

/**
 * What belongs into a slot: of what counts, all that no slot before it holds, nor one after it unless it was here already.
 * So of two slots with the same event one keeps it, and it never leaves both.
 */
export function cardsForSlot(
  slots: Slots,
  own: number,
  events: Iterable<ProgressEvent>,
): CarriedCard[] {
  const holds = (slot: Slots[number], id: string): boolean =>
    slot !== undefined && slot !== 'newer' && slot.events.has(id);
  const isOurs = ({ id }: ProgressEvent): boolean =>
    !slots.slice(0, own).some((slot) => holds(slot, id)) &&
    (holds(slots[own], id) || !slots.slice(own + 1).some((slot) => holds(slot, id)));
  return carriedCards(events).flatMap((card) => {
    const ours = card.events.filter(isOurs);
    return ours.length > 0 ? [{ ...card, events: ours }] : [];
  });
}

import { isRecord } from '../../collections/is-record.ts';
import { createLogReader } from '../../study/disk/log-reader.ts';
import { parseLine } from '../../study/event-line.ts';
import type { ProgressEvent } from '../../study/event.ts';
import { cardsForSlot, isSlotOf, missingLines, ownSlot } from '../../study/sync/converge.ts';
import { packSlot, slotLength, unpackSlot } from './packed-slot.ts';
import type { SyncAnswer, SyncRequest } from './transfer-messages.ts';

/** Compares the log with what all machines have put into their slots. For threads: a log may be long. */
export async function syncLog(
  { file, slots: texts, machine, preferred }: SyncRequest,
  longest = slotLength,
): Promise<SyncAnswer> {
  const ids = new Set<string>();
  const events: ProgressEvent[] = [];
  await createLogReader(file).read(
    (event) => {
      ids.add(event.id);
      events.push(event);
    },
    (line) => {
      const later: unknown = JSON.parse(line);
      if (isRecord(later) && typeof later['id'] === 'string') ids.add(later['id']);
    },
  );
  const slots = await Promise.all(texts.map(unpackSlot));
  const missing = missingLines(slots, (id) => ids.has(id));
  const at = ownSlot(slots, machine, preferred);
  if (at === undefined) return { missing, left: 0 };
  // The log is about to have them. A slot that is written without what it held would be empty after a reinstallation, and
  // windows on another host, which have a log of their own and the same slot, would take turns to empty it.
  for (const line of missing) {
    const parsed = parseLine(line);
    if (parsed.kind === 'event') events.push(parsed.event);
  }
  const cards = cardsForSlot(slots, at, events);
  // A machine without anything to share needs no slot.
  if (cards.length === 0 && texts[at] === undefined) return { missing, left: 0 };
  const { text, left } = await packSlot(machine, cards, longest);
  return { missing, own: { at, text }, left };
}

/** Where a machine wrote last; undefined where nothing is its own. */
export async function slotOf(
  texts: readonly unknown[],
  machine: string,
): Promise<number | undefined> {
  const slots = await Promise.all(texts.map(unpackSlot));
  const at = slots.findIndex((slot) => isSlotOf(slot, machine));
  return at < 0 ? undefined : at;
}

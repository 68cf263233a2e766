import { isRecord } from '../../collections/is-record.ts';
import { createLogReader } from '../../study/disk/log-reader.ts';
import type { ProgressEvent } from '../../study/event.ts';
import { cardsForSlot, missingLines, ownSlot } from '../../study/sync/converge.ts';
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
  const cards = cardsForSlot(slots, at, events);
  const others = slots.filter((_, index) => index !== at);
  const leftElsewhere = others.reduce(
    (sum, slot) => sum + (slot === undefined || slot === 'newer' ? 0 : slot.left),
    0,
  );
  // Who has nothing to tell takes no slot.
  if (cards.length === 0 && texts[at] === undefined) return { missing, left: leftElsewhere };
  const { text, left } = await packSlot(machine, cards, longest);
  return { missing, own: { at, text }, left: left + leftElsewhere };
}

import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { promisify } from 'node:util';
import type { CarriedCard } from '../../study/sync/carried.ts';
import { readSlot, slotRows, type ReadSlot } from '../../study/sync/slot-rows.ts';

const [compress, decompress] = [promisify(brotliCompress), promisify(brotliDecompress)];

/**
 * Characters that one slot may take. VS Code warns of an extension's state above 512 × 1024 of them, and all
 * slots together stay below that, whichever machines fill them.
 */
export const slotLength = 120_000;

/** What 120,000 characters hold at most, bytes; anything above it was not written by Loopwise. */
const largestSlot = 16 * 1024 * 1024;

/** As many cards as fit, the first ones first. Compressed outside of the thread. */
export async function packSlot(
  machine: string,
  cards: readonly CarriedCard[],
  longest = slotLength,
): Promise<{ readonly text: string; readonly left: number }> {
  for (let count = countThatMayFit(cards, longest); ;) {
    const left = cards.length - count;
    const json = JSON.stringify(slotRows(machine, cards.slice(0, count)));
    const text = (await compress(json, options)).toString('base64');
    if (text.length <= longest || count === 0) return { text, left };
    count = Math.floor(count * Math.min(0.97, longest / text.length));
  }
}

/** An id alone takes more than 20 characters, so nobody compresses ten times what fits to find that out. */
function countThatMayFit(cards: readonly CarriedCard[], longest: number): number {
  let events = 0;
  const first = cards.findIndex((card) => (events += card.events.length) > longest / 20);
  return first < 0 ? cards.length : first;
}

/** Undefined for what is no slot. Never rejects. */
export async function unpackSlot(text: unknown): Promise<ReadSlot | 'newer' | undefined> {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    const bytes = await decompress(Buffer.from(text, 'base64'), { maxOutputLength: largestSlot });
    return readSlot(JSON.parse(bytes.toString('utf8')));
  } catch {
    return undefined;
  }
}

const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

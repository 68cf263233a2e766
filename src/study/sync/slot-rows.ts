import { isRecord } from '../../collections/is-record.ts';
import type { ProgressEvent } from '../event.ts';
import type { CarriedCard } from './carried.ts';

/** One machine's part of what is synced, as JSON. */
export interface SlotRows {
  readonly version: typeof slotVersion;
  /** Names the machine that wrote it; no secret, and nothing that a person could be told by. */
  readonly machine: string;
  /** The name of each card, and its events: id, milliseconds since the event before, kind, and what else it holds. */
  readonly cards: readonly (readonly [card: string, events: readonly EventRow[]])[];
}

type EventRow = readonly [id: string, at: number | string, kind: string, rest: object];

/** Grows when an older Loopwise could no longer read it. */
const slotVersion = 1;

/**
 * Small enough to be carried: ids in 22 characters, times as differences. All of an event comes back but `before` of a
 * review, which decides nothing and is that review's predecessor.
 */
export function slotRows(machine: string, cards: readonly CarriedCard[]): SlotRows {
  const rows = cards.map(({ card, events }) => {
    let before = 0;
    const ofCard = events.map((event) => {
      const row = eventRow(event, before);
      before = Date.parse(event.at);
      return row;
    });
    return [card, ofCard] as const;
  });
  return { version: slotVersion, machine, cards: rows };
}

/** What a slot holds. */
export type ReadSlot = { readonly machine: string; readonly events: Lines };

/** The events by their ids, as lines of the log. */
type Lines = ReadonlyMap<string, string>;

/**
 * Never throws: whatever is no event is passed over.
 * @returns `newer` for what a later Loopwise wrote, which is to be left alone; undefined for what is no slot
 */
export function readSlot(value: unknown): ReadSlot | 'newer' | undefined {
  if (!isRecord(value) || typeof value['version'] !== 'number') return undefined;
  if (value['version'] > slotVersion) return 'newer';
  const { machine, cards } = value;
  if (typeof machine !== 'string' || !Array.isArray(cards)) return undefined;
  const events = new Map<string, string>();
  for (const entry of cards as readonly unknown[]) {
    const [card, rows] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if (typeof card !== 'string' || !Array.isArray(rows)) continue;
    let before = 0;
    for (const row of rows as readonly unknown[]) {
      const event = eventOf(card, row, before);
      if (!event) continue;
      before = Date.parse(event.at);
      events.set(event.id, JSON.stringify(event));
    }
  }
  return { machine, events };
}

function eventRow(event: ProgressEvent, before: number): EventRow {
  const { id, at, kind } = event;
  const ms = Date.parse(at);
  return [shortId(id), isExact(at) ? ms - before : at, kind, slim(event, ms)];
}

function eventOf(
  card: string,
  row: unknown,
  before: number,
): (Record<string, unknown> & { readonly id: string; readonly at: string }) | undefined {
  if (!Array.isArray(row)) return undefined;
  const [short, time, kind, rest] = row as readonly unknown[];
  if (typeof short !== 'string' || typeof kind !== 'string' || !isRecord(rest)) return undefined;
  const id = longId(short);
  const at = typeof time === 'number' ? isoOf(before + time) : time;
  if (id === undefined || typeof at !== 'string' || Number.isNaN(Date.parse(at))) return undefined;
  return { v: 1, id, at, card, kind, ...whole(rest, Date.parse(at)) };
}

/** What was due is told by its distance, which is whole days for most cards. */
function slim(event: object, at: number): object {
  const rest = Object.fromEntries(Object.entries(event).filter(([name]) => !toldApart.has(name)));
  const after: unknown = rest['after'];
  if (!isRecord(after) || typeof after['due'] !== 'string' || !isExact(after['due'])) return rest;
  return { ...rest, after: { ...after, due: Date.parse(after['due']) - at } };
}

/** Of an event: what its row has in another place, or leaves out. */
const toldApart: ReadonlySet<string> = new Set(['v', 'id', 'at', 'card', 'kind', 'before']);

function whole(rest: Readonly<Record<string, unknown>>, at: number): object {
  const { after } = rest;
  if (!isRecord(after) || typeof after['due'] !== 'number') return rest;
  return { ...rest, after: { ...after, due: isoOf(at + after['due']) } };
}

const isExact = (at: string): boolean => isoOf(Date.parse(at)) === at;

/** Undefined for what no calendar has. */
function isoOf(ms: number): string | undefined {
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : undefined;
}

/** A UUID as base64 of its bytes, without the padding; any other id is marked as itself. */
function shortId(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return `=${id}`;
  let bytes = '';
  for (const byte of id.replaceAll('-', '').match(/../g) ?? []) {
    bytes += String.fromCharCode(Number.parseInt(byte, 16));
  }
  return btoa(bytes).slice(0, 22);
}

function longId(short: string): string | undefined {
  if (short.startsWith('=')) return short.slice(1) || undefined;
  if (!/^[A-Za-z\d+/]{22}$/.test(short)) return undefined;
  const bytes = atob(short);
  let hex = '';
  for (let at = 0; at < bytes.length; at++) {
    hex += bytes.charCodeAt(at).toString(16).padStart(2, '0');
  }
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

import { setImmediate } from 'node:timers/promises';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort, Transferable } from 'node:worker_threads';
import { createTurns } from '../../collections/in-slices.ts';

/**
 * A value on its way to another thread. To copy one takes the sender's and the receiver's thread as long as the
 * value is large, so the elements of long lists go apart from it, some at a time, and either thread does
 * something else between them.
 */
export interface Parcel {
  /** With empty lists in place of long ones. */
  readonly value: unknown;
  /** Where these lists are in the value, and how to get what they hold. */
  readonly lists?: readonly Path[];
  readonly port?: MessagePort;
}

type Path = readonly string[];

/** Some elements of one of the lists. */
interface Part {
  readonly list: number;
  readonly elements: readonly unknown[];
}

/** About a millisecond's worth of what a run records. */
const elementsAtOnce = 500;
/** Long lists are looked for in records and in lists of arguments, no deeper than this. */
const deepest = 6;
const mostArguments = 8;

export interface Packed {
  readonly parcel: Parcel;
  readonly transfer: Transferable[];
}

/** @returns without a promise what is small: it can be posted in the order in which it was asked for */
export function pack(value: unknown): Packed | Promise<Packed> {
  const long: Long[] = [];
  const rest = withoutLong(value, [], long);
  return long.length === 0 ? { parcel: { value }, transfer: [] } : packLong(rest, long);
}

interface Long {
  readonly path: Path;
  readonly elements: readonly unknown[];
}

async function packLong(value: unknown, long: readonly Long[]): Promise<Packed> {
  const { port1, port2 } = new MessageChannel();
  // The list was probably built in this turn of the loop, which is long enough already.
  await setImmediate();
  const turns = createTurns();
  for (const [list, { elements }] of long.entries()) {
    for (let from = 0; from < elements.length; from += elementsAtOnce) {
      const turn = turns.next();
      if (turn) await turn;
      const part: Part = { list, elements: elements.slice(from, from + elementsAtOnce) };
      port1.postMessage(part);
    }
  }
  // What was posted waits at the other end, which is what is sent; when that closes, this one does.
  const lists = long.map(({ path }) => path);
  return { parcel: { value, lists, port: port2 }, transfer: [port2] };
}

function withoutLong(value: unknown, path: Path, long: Long[]): unknown {
  if (Array.isArray(value)) {
    const elements = value as readonly unknown[];
    if (elements.length > elementsAtOnce) {
      long.push({ path, elements });
      return [];
    }
    if (path.length >= deepest || elements.length > mostArguments) return elements;
    return elements.map((element, at) => withoutLong(element, [...path, String(at)], long));
  }
  if (!isPlain(value) || path.length >= deepest) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, withoutLong(part, [...path, key], long)]),
  );
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

/** @returns without a promise what came in one piece */
export function unpack(parcel: Parcel): unknown {
  const { value, lists, port } = parcel;
  return lists && port ? unpackLong(value, lists, port) : value;
}

async function unpackLong(
  value: unknown,
  lists: readonly Path[],
  port: MessagePort,
): Promise<unknown> {
  const arrays = lists.map((path) => at(value, path));
  const turns = createTurns();
  for (;;) {
    const turn = turns.next();
    if (turn) await turn;
    const received = receiveMessageOnPort(port) as { readonly message: Part } | undefined;
    if (!received) break;
    const { list, elements } = received.message;
    for (const element of elements) arrays[list]?.push(element);
  }
  port.close();
  return value;
}

/** The empty list at a place. */
function at(value: unknown, path: Path): unknown[] {
  let found = value;
  for (const key of path) found = (found as Readonly<Record<string, unknown>>)[key];
  return found as unknown[];
}

import { closeSync, fsyncSync, mkdirSync, openSync, watch, writeSync } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inSlices } from '../collections/in-slices.ts';
import { formatLine, parseLine } from './event-line.ts';
import type { ProgressEvent } from './event.ts';
import { createLineSplitter } from './line-splitter.ts';

export const logFileName = 'progress.jsonl';

/**
 * The log on disk. Any number of windows append to the same file and none of them locks it: each
 * event goes to its end in one write that starts with a line break, so a line that someone left
 * torn costs that line alone. Nothing that stands in the file is ever changed or removed.
 */
export interface LogStore {
  /**
   * Events that were not handed out yet: the first time all of them, later those that other
   * windows have appended since. Events of this store's `append` are not among them.
   * Rejects when the file is there and can't be read; a missing file is an empty log.
   */
  read(): Promise<readonly ProgressEvent[]>;
  /** The same in parts, so that nobody holds a hundred thousand events. */
  readInParts(take: (events: readonly ProgressEvent[]) => Promise<void>): Promise<void>;
  /** Writes the event, and before it whatever could not be written so far. Never rejects. */
  append(event: ProgressEvent): Promise<AppendResult>;
  /** Tries again to write what could not be written so far. Never rejects. */
  retry(): Promise<AppendResult>;
  /** Calls back when the file may have changed, this store's own events included. */
  watch(onChange: () => void): void;
  /** Lines read so far that no event could be made of. */
  readonly passedOver: PassedOver;
  /** Writes what is not on disk before it returns; later events are written at once too. */
  close(): AppendResult;
}

export type AppendResult =
  { readonly kind: 'written' } | { readonly kind: 'kept'; readonly error: unknown };

export interface PassedOver {
  /** Written by a later Loopwise. */
  readonly later: number;
  /** Torn, or not ours. */
  readonly unreadable: number;
}

/** Appends the whole text and returns once it is on disk. */
export type AppendText = (file: string, text: string) => Promise<void>;

export function createLogStore(folder: string, appendText: AppendText = appendToDisk): LogStore {
  const file = join(folder, logFileName);
  const reader = createReader(file);
  /** In the order of the deeds; an event leaves when it is on disk. */
  const waiting = new Set<ProgressEvent>();
  let writes: Promise<unknown> = Promise.resolve();
  let watcher: FSWatcher | undefined;
  let closed = false;

  const write = async (): Promise<AppendResult> => {
    const batch = [...waiting];
    try {
      if (batch.length > 0) await appendText(file, batch.map(formatLine).join(''));
      for (const event of batch) waiting.delete(event);
      return { kind: 'written' };
    } catch (error) {
      // Perhaps a part was written. All of it will be again: an event with a known id counts once.
      return { kind: 'kept', error };
    }
  };
  const retry = (): Promise<AppendResult> => {
    const result = writes.then(write);
    writes = result;
    return result;
  };
  const writeNow = (): AppendResult => {
    try {
      if (waiting.size > 0) appendToDiskNow(file, [...waiting].map(formatLine).join(''));
      waiting.clear();
      return { kind: 'written' };
    } catch (error) {
      return { kind: 'kept', error };
    }
  };

  return {
    async read() {
      const all: ProgressEvent[] = [];
      await reader.read((events) => {
        for (const event of events) all.push(event);
        return Promise.resolve();
      });
      return all;
    },
    readInParts: (take) => reader.read(take),
    append(event) {
      reader.skip(event.id);
      waiting.add(event);
      return closed ? Promise.resolve(writeNow()) : retry();
    },
    retry,
    watch(onChange) {
      if (watcher || closed) return;
      watcher = watchFolder(folder, onChange, () => (watcher = undefined));
    },
    get passedOver() {
      return reader.passedOver;
    },
    close() {
      closed = true;
      watcher?.close();
      // A write may be on its way; writing the same events twice does no harm.
      return writeNow();
    },
  };
}

type Take = (events: readonly ProgressEvent[]) => Promise<void>;

interface Reader {
  read(take: Take): Promise<void>;
  skip(id: string): void;
  readonly passedOver: PassedOver;
}

/** Reads on from where the last call ended. */
function createReader(file: string): Reader {
  const known = new Set<string>();
  const passedOver = { later: 0, unreadable: 0 };
  let splitter = createLineSplitter();
  let seen = createSeen();
  let offset = 0;
  let identity = '';
  let reads: Promise<unknown> = Promise.resolve();

  const readNew = async (handle: FileHandle, hand: Take): Promise<void> => {
    const { size, ino, birthtimeMs } = await handle.stat();
    const other = `${ino} ${birthtimeMs}` !== identity || size < offset;
    if (other || !(await seen.isStillIn(handle))) {
      // Another file than before, or written anew in its place, as from a backup: read it all,
      // known ids are passed.
      seen = createSeen();
      [identity, offset, splitter] = [`${ino} ${birthtimeMs}`, 0, createLineSplitter()];
      [passedOver.later, passedOver.unreadable] = [0, 0];
    }
    let fresh: ProgressEvent[] = [];
    const take = (event: ProgressEvent): void => {
      if (!known.has(event.id)) fresh.push(event);
      known.add(event.id);
    };
    const handOut = async (): Promise<void> => {
      const events = fresh;
      fresh = [];
      if (events.length > 0) await hand(events);
    };
    for await (const bytes of pieces(handle, offset, size)) {
      const lines = splitter.push(bytes);
      seen.push(bytes, offset);
      offset += bytes.length;
      // Whoever waits for the thread meanwhile gets it: a log may be long, and it may be anything.
      await inSlices(lines, (line) => {
        const parsed = line.trim() === '' ? undefined : parseLine(line);
        if (parsed?.kind === 'event') take(parsed.event);
        else if (parsed) passedOver[parsed.kind] += 1;
      });
      await handOut();
    }
    // Perhaps only its line break is missing; a torn line is no JSON.
    const last = parseLine(splitter.rest);
    if (last.kind === 'event') take(last.event);
    await handOut();
  };
  const readOnce = async (hand: Take): Promise<void> => {
    const handle = await open(file, 'r').catch(undefinedIfMissing);
    if (!handle) return;
    try {
      await readNew(handle, hand);
    } finally {
      await handle.close();
    }
  };

  return {
    read(hand) {
      const result = reads.then(() => readOnce(hand));
      reads = result.catch(() => undefined);
      return result;
    },
    skip: (id) => known.add(id),
    passedOver,
  };
}

/** The first and the last bytes that were read: they tell whether a file was only appended to. */
interface Seen {
  push(bytes: Uint8Array, offset: number): void;
  isStillIn(handle: FileHandle): Promise<boolean>;
}

const remembered = 4096;

function createSeen(): Seen {
  let head = Buffer.alloc(0);
  let tail = { bytes: Buffer.alloc(0), offset: 0 };

  const isThere = async (handle: FileHandle, bytes: Buffer, offset: number): Promise<boolean> => {
    if (bytes.length === 0) return true;
    const found = Buffer.alloc(bytes.length);
    const { bytesRead } = await handle.read(found, 0, found.length, offset);
    return bytesRead === bytes.length && found.equals(bytes);
  };
  return {
    push(bytes, offset) {
      if (head.length < remembered) {
        head = Buffer.concat([head, bytes.subarray(0, remembered - head.length)]);
      }
      const last = Buffer.concat([tail.bytes, bytes.subarray(-remembered)]).subarray(-remembered);
      tail = { bytes: Buffer.from(last), offset: offset + bytes.length - last.length };
    },
    isStillIn: async (handle) =>
      (await isThere(handle, head, 0)) && isThere(handle, tail.bytes, tail.offset),
  };
}

async function* pieces(handle: FileHandle, from: number, to: number): AsyncGenerator<Uint8Array> {
  // Cutting a piece of nothing but line breaks takes some milliseconds.
  const buffer = Buffer.allocUnsafe(Math.min(to - from, 32 * 1024));
  for (let at = from; at < to;) {
    const length = Math.min(buffer.length, to - at);
    const { bytesRead } = await handle.read(buffer, 0, length, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function appendToDisk(file: string, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  const handle = await openToAppend(file);
  try {
    // A short write is taken as a failed one: what follows it may already be another window's.
    // The second attempt succeeds or brings the reason, for example that the disk is full.
    for (let attempts = 0; (await handle.write(bytes)).bytesWritten < bytes.length; attempts += 1) {
      if (attempts > 0) throw new Error('The file could be written only in part.');
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openToAppend(file: string): Promise<FileHandle> {
  const handle = await open(file, 'a', ownerOnly).catch(undefinedIfMissing);
  if (handle) return handle;
  await mkdir(dirname(file), { recursive: true });
  return open(file, 'a', ownerOnly);
}

function appendToDiskNow(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const bytes = Buffer.from(text);
  const handle = openSync(file, 'a', ownerOnly);
  try {
    if (writeSync(handle, bytes) < bytes.length) writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The folder and not the file, which may not be there yet or be replaced. */
function watchFolder(
  folder: string,
  onChange: () => void,
  onEnd: () => void,
): FSWatcher | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name === null || name === logFileName) onChange();
    });
    watcher.on('error', () => {
      watcher.close();
      onEnd();
    });
    return watcher;
  } catch {
    // Other windows' events then come with the next read.
    return undefined;
  }
}

function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

const ownerOnly = 0o600;

import { closeSync, fsyncSync, mkdirSync, openSync, watch, writeSync } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asLine, formatLine } from '../event-line.ts';
import type { ProgressEvent } from '../event.ts';
import { undefinedIfMissing } from './file-pieces.ts';
import { createLogReader, type LogReader } from './log-reader.ts';

export const logFileName = 'progress.jsonl';

/**
 * The log on disk. Any number of windows append to the same file and none of them locks it: each
 * event goes to its end in one write that starts with a line break, so a line that someone left
 * torn costs that line alone. Nothing that stands in the file is ever changed or removed.
 */
export interface LogStore {
  /** Reads on from where the last `read` stopped, or from where `reader.startAt` put it. */
  readonly reader: LogReader;
  /** Writes the event, and before it whatever could not be written so far. Never rejects. */
  append(event: ProgressEvent): Promise<AppendResult>;
  /**
   * Writes lines that another log has, in one append. Rejects when that fails: perhaps a part of them is there
   * then, and to write all of them again does no harm.
   */
  appendLines(lines: readonly string[]): Promise<void>;
  /** Tries again to write what could not be written so far. Never rejects. */
  retry(): Promise<AppendResult>;
  /** Calls back when the file may have changed, this store's own events included. */
  watch(onChange: () => void): void;
  /** Whether events of this window are not on disk yet. */
  readonly waits: boolean;
  /** Those events, in the order in which they happened. */
  readonly waiting: readonly ProgressEvent[];
  /** Writes what is not on disk before it returns; later events are written at once too. */
  close(): AppendResult;
}

export type AppendResult =
  { readonly kind: 'written' } | { readonly kind: 'kept'; readonly error: unknown };

/** Appends the whole text and returns once it is on disk. */
export type AppendText = (file: string, text: string) => Promise<void>;

export function createLogStore(folder: string, appendText: AppendText = appendToDisk): LogStore {
  const file = join(folder, logFileName);
  const reader = createLogReader(file);
  /** In the order in which they happened; an event leaves when it is on disk. */
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
      // Perhaps a part was written. All of it will be again: an event that is there twice counts once.
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
    reader,
    append(event) {
      waiting.add(event);
      return closed ? Promise.resolve(writeNow()) : retry();
    },
    appendLines(lines) {
      const result = writes.then(() => appendText(file, lines.map(asLine).join('')));
      writes = result.catch(() => undefined);
      return result;
    },
    retry,
    watch(onChange) {
      if (watcher || closed) return;
      watcher = watchFolder(folder, onChange, () => (watcher = undefined));
    },
    get waits() {
      return waiting.size > 0;
    },
    get waiting() {
      return [...waiting];
    },
    close() {
      closed = true;
      watcher?.close();
      // A write may be on its way; writing the same events twice does no harm.
      return writeNow();
    },
  };
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

const ownerOnly = 0o600;

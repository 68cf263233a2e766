import type { Stats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { inSlices } from '../../collections/in-slices.ts';
import { parseLine } from '../event-line.ts';
import type { ProgressEvent } from '../event.ts';
import { filePieces, undefinedIfMissing } from './file-pieces.ts';
import { createLineSplitter } from './line-splitter.ts';
import { seenBytes, type SavedBytes } from './seen-bytes.ts';

/** Reads a log that windows append to, piece by piece, each event at least once. */
export interface LogReader {
  /**
   * Hands over what was appended since the last call, the first time everything. The thread is given
   * away every few milliseconds. An event is handed over again when it is in the file twice, or when
   * the file was written anew. Rejects when the file is there and can't be read; a missing one is empty.
   * @param take is given the event's line too, which may hold more than this version reads of it
   * @param later is given each line that a later Loopwise wrote
   */
  read(take: TakeEvent, later?: (line: string) => void): Promise<void>;
  /** Lines read so far that no event could be made of. */
  readonly passedOver: PassedOver;
  /** Where the next call goes on; undefined before the first one, and within an unfinished line. */
  position(): LogPosition | undefined;
  /**
   * Goes on from there. Returns whether it does: only where the file still is the one that it was up
   * to this position.
   */
  startAt(position: LogPosition): Promise<boolean>;
}

export type TakeEvent = (event: ProgressEvent, line: string) => void;

export interface PassedOver {
  /** Written by a later Loopwise. */
  readonly later: number;
  /** Torn, or not ours. */
  readonly unreadable: number;
}

/** As JSON, for a snapshot. */
export interface LogPosition {
  /** Of the file, however it is named. */
  readonly identity: string;
  readonly offset: number;
  readonly seen: SavedBytes;
  readonly passedOver: PassedOver;
}

export function createLogReader(file: string): LogReader {
  const passedOver = { later: 0, unreadable: 0 };
  let splitter = createLineSplitter();
  let seen = seenBytes();
  let offset = 0;
  let identity = '';
  let reads: Promise<unknown> = Promise.resolve();

  const isSame = async (handle: FileHandle, stats: Stats): Promise<boolean> =>
    identityOf(stats) === identity && stats.size >= offset && (await seen.isStillIn(handle));

  const goTo = (position: LogPosition): void => {
    splitter = createLineSplitter();
    seen = seenBytes(position.seen);
    ({ identity, offset } = position);
    Object.assign(passedOver, position.passedOver);
  };
  const readNew = async (
    handle: FileHandle,
    take: TakeEvent,
    later: (line: string) => void,
  ): Promise<void> => {
    const stats = await handle.stat();
    if (!(await isSame(handle, stats))) goTo({ ...beginning, identity: identityOf(stats) });
    for await (const bytes of filePieces(handle, offset, stats.size)) {
      const lines = splitter.push(bytes);
      seen.push(bytes, offset);
      offset += bytes.length;
      // Whoever waits for the thread meanwhile gets it: a log may be long, and it may be anything.
      await inSlices(lines, (line) => {
        const parsed = line.trim() === '' ? undefined : parseLine(line);
        if (parsed?.kind === 'event') take(parsed.event, line);
        else if (parsed) passedOver[parsed.kind] += 1;
        if (parsed?.kind === 'later') later(line);
      });
    }
    // Perhaps only its line break is missing; a torn line is no JSON.
    const last = parseLine(splitter.rest);
    if (last.kind === 'event') take(last.event, splitter.rest);
  };

  /** One after the other, whatever happened to the one before. */
  const inTurn = <T>(work: (handle: FileHandle) => Promise<T>, missing: T): Promise<T> => {
    const result = reads.then(async () => {
      const handle = await open(file, 'r').catch(undefinedIfMissing);
      if (!handle) return missing;
      try {
        return await work(handle);
      } finally {
        await handle.close();
      }
    });
    reads = result.catch(() => undefined);
    return result;
  };

  return {
    read: (take, later = () => undefined) =>
      inTurn((handle) => readNew(handle, take, later), undefined),
    passedOver,
    position: () =>
      identity === '' || splitter.rest !== ''
        ? undefined
        : { identity, offset, seen: seen.save(), passedOver: { ...passedOver } },
    startAt: (position) =>
      inTurn(async (handle) => {
        goTo(position);
        const same = await isSame(handle, await handle.stat());
        if (!same) goTo(beginning);
        return same;
      }, false),
  };
}

const beginning: LogPosition = {
  identity: '',
  offset: 0,
  seen: seenBytes().save(),
  passedOver: { later: 0, unreadable: 0 },
};

function identityOf({ ino, birthtimeMs }: Stats): string {
  return `${ino} ${birthtimeMs}`;
}

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inSlices } from '../../collections/in-slices.ts';
import { undefinedIfMissing } from './file-pieces.ts';
import type { LogPosition } from './log-reader.ts';

export const snapshotFileName = 'progress.snapshot.jsonl';

/** What the log added up to at one position of it. */
export interface Snapshot {
  readonly position: LogPosition;
  /** By the names of projections. */
  readonly states: Readonly<Record<string, SavedState>>;
}

export interface SavedState {
  readonly version: number;
  readonly values: readonly unknown[];
}

/**
 * Keeps one snapshot in a file. It may be deleted at any time: it only saves reading the log.
 * The first line is the checksum of all others, the second says what follows, and each further one
 * is one value of one projection.
 */
export interface SnapshotStore {
  /** Undefined when there is none, or none that was written whole by this version. Never rejects. */
  read(): Promise<Snapshot | undefined>;
  /** Replaces the one before in one step, unless `isWanted` says no in the end. */
  write(snapshot: Snapshot, isWanted: () => boolean): Promise<void>;
}

export function createSnapshotStore(file: string): SnapshotStore {
  return {
    async read() {
      try {
        const bytes = await readFile(file).catch(undefinedIfMissing);
        return bytes && (await parse(bytes));
      } catch {
        // The log has everything.
        return undefined;
      }
    },
    async write(snapshot, isWanted) {
      const part = `${file}.${randomUUID()}.part`;
      await mkdir(dirname(file), { recursive: true });
      try {
        await writePieces(part, await format(snapshot));
        if (isWanted()) await rename(part, file);
      } finally {
        await rm(part, { force: true });
      }
    },
  };
}

/** Grows when the form of the file changes. */
const version = 1;

interface Head {
  readonly version: number;
  readonly position: LogPosition;
  readonly versions: Readonly<Record<string, number>>;
}

async function format({ position, states }: Snapshot): Promise<readonly Buffer[]> {
  const versions = Object.fromEntries(
    Object.entries(states).map(([name, state]) => [name, state.version]),
  );
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let text = `${JSON.stringify({ version, position, versions } satisfies Head)}\n`;
  const flush = (): void => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    pieces.push(bytes);
    text = '';
  };
  for (const [name, { values }] of Object.entries(states)) {
    await inSlices(values, (value) => {
      text += `${JSON.stringify([name, value])}\n`;
      if (text.length >= pieceLength) flush();
    });
  }
  flush();
  return [Buffer.from(`${hash.digest('hex')}\n`), ...pieces];
}

/** Bytes that are hashed, written or decoded in one go. */
const pieceLength = 64 * 1024;

async function parse(bytes: Buffer): Promise<Snapshot | undefined> {
  const start = bytes.indexOf('\n') + 1;
  const hash = createHash('sha256');
  const offsets = Array.from(
    { length: Math.ceil((bytes.length - start) / pieceLength) },
    (_, index) => start + index * pieceLength,
  );
  await inSlices(offsets, (offset) => hash.update(bytes.subarray(offset, offset + pieceLength)));
  if (bytes.toString('latin1', 0, start - 1) !== hash.digest('hex')) return undefined;

  const lines = lineRanges(bytes, start);
  const [from, to] = lines.shift() ?? [0, 0];
  const head = JSON.parse(bytes.toString('utf8', from, to)) as Head;
  if (head.version !== version) return undefined;
  const values = new Map(Object.keys(head.versions).map((name) => [name, [] as unknown[]]));
  await inSlices(lines, (range) => {
    const [name, value] = JSON.parse(bytes.toString('utf8', ...range)) as [string, unknown];
    values.get(name)?.push(value);
  });
  const states = Object.entries(head.versions).map(
    ([name, ofState]) => [name, { version: ofState, values: values.get(name) ?? [] }] as const,
  );
  return { position: head.position, states: Object.fromEntries(states) };
}

/** From where to where each line goes, without its line break. */
function lineRanges(bytes: Buffer, start: number): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  for (let from = start; from < bytes.length;) {
    const end = bytes.indexOf('\n', from);
    const to = end < 0 ? bytes.length : end;
    ranges.push([from, to]);
    from = to + 1;
  }
  return ranges;
}

async function writePieces(file: string, pieces: readonly Buffer[]): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for (const piece of pieces) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

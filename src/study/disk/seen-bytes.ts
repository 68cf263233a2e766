import type { FileHandle } from 'node:fs/promises';

/**
 * The first and the last bytes that were read of a file. They tell whether it was only appended to
 * since, or written anew in its place, as from a backup.
 */
export interface SeenBytes {
  push(bytes: Uint8Array, offset: number): void;
  isStillIn(handle: FileHandle): Promise<boolean>;
  /** As JSON; `seenBytes` makes the same of it again. */
  save(): SavedBytes;
}

export interface SavedBytes {
  /** Base64. */
  readonly head: string;
  readonly tail: string;
  /** Where `tail` begins. */
  readonly offset: number;
}

const remembered = 4096;

export function seenBytes(saved?: SavedBytes): SeenBytes {
  let head = Buffer.from(saved?.head ?? '', 'base64');
  let tail = { bytes: Buffer.from(saved?.tail ?? '', 'base64'), offset: saved?.offset ?? 0 };
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
    save: () => ({
      head: head.toString('base64'),
      tail: tail.bytes.toString('base64'),
      offset: tail.offset,
    }),
  };
}

async function isThere(handle: FileHandle, bytes: Buffer, offset: number): Promise<boolean> {
  if (bytes.length === 0) return true;
  const found = Buffer.alloc(bytes.length);
  const { bytesRead } = await handle.read(found, 0, found.length, offset);
  return bytesRead === bytes.length && found.equals(bytes);
}

import type { FileHandle } from 'node:fs/promises';

/** Bytes; to cut a piece of nothing but line breaks into lines takes some milliseconds. */
const pieceSize = 32 * 1024;

/** The bytes of a file from one offset to another. Each piece is only valid until the next one. */
export async function* filePieces(
  handle: FileHandle,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.allocUnsafe(Math.min(to - from, pieceSize));
  for (let at = from; at < to;) {
    const length = Math.min(buffer.length, to - at);
    const { bytesRead } = await handle.read(buffer, 0, length, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** For `catch`: a file that is missing is `undefined`, everything else remains an error. */
export function undefinedIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}

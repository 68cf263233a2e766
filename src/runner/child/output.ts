import { StringDecoder } from 'node:string_decoder';
import type { ChildSettings } from '../protocol.ts';
import { cappedOutput } from './cap.ts';
import { bytesFrom, detached, observe } from './originals.ts';
import { outputPlace, recordedWrite } from './trace.ts';

const write = detached(StringDecoder.prototype, 'write');
const end = detached(StringDecoder.prototype, 'end');

type Stream = 'stdout' | 'stderr';

export type Announce = (stream: Stream, chunk: string | Uint8Array) => void;

/** Says what is written, when and in which text, whatever form the chunk has. */
export function createAnnouncer(settings: ChildSettings): Announce {
  const announce = cappedOutput(settings);
  const decoders = { stdout: createDecoder(), stderr: createDecoder() };
  return (stream: Stream, chunk: string | Uint8Array): void => {
    const text = decoders[stream](chunk);
    if (text !== '') announce(stream, text, outputPlace());
  };
}

/** Lets the announcer see every `write` of a stream. */
export function observeWrites(
  stream: NodeJS.WriteStream,
  announce: (chunk: string | Uint8Array) => void,
): void {
  const before = ([chunk, encoding]: readonly unknown[], self: unknown) => {
    if (self !== stream || stream.writableEnded || stream.destroyed) return;
    const bytes = toChunk(stream, chunk, encoding);
    if (bytes !== undefined) announce(bytes);
  };
  observe(stream, 'write', before, (call, args) => {
    const calledBack = typeof args[1] === 'function' || typeof args[2] === 'function';
    return recordedWrite(call, calledBack);
  });
}

/** What `write` would put out; nothing for what it refuses. Text stays text when it is UTF-8. */
function toChunk(
  stream: NodeJS.WriteStream,
  chunk: unknown,
  encoding: unknown,
): string | Uint8Array | undefined {
  if (ArrayBuffer.isView(chunk)) {
    return bytesFrom(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  }
  if (typeof chunk !== 'string') return undefined;
  const name = typeof encoding === 'string' ? encoding : defaultEncoding(stream);
  return /^utf-?8$/i.test(name) ? chunk : bytesFrom(chunk, name as BufferEncoding);
}

function defaultEncoding(stream: object): string {
  const state = (stream as { _writableState?: { defaultEncoding?: string } })._writableState;
  return state?.defaultEncoding ?? 'utf8';
}

/** A character may be split over two writes. */
function createDecoder(): (chunk: string | Uint8Array) => string {
  const decoder = new StringDecoder('utf8');
  let pending = false;
  return (chunk) => {
    if (typeof chunk === 'string') {
      if (!pending) return chunk;
      pending = false;
      return end(decoder) + chunk;
    }
    pending = true;
    return write(decoder, chunk);
  };
}

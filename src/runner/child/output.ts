import { Duplex } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { ChildSettings } from '../protocol.ts';
import { cappedOutput } from './cap.ts';
import { identity } from './identity.ts';
import {
  apply,
  attempt,
  bytesFrom,
  bytesOf,
  uncurryThis,
  uncurryGetter,
  exec,
  getProperty,
  isEncoding,
  isView,
  putMethod,
  slice,
  standIn,
} from './primordials.ts';
import { callUnseen } from './own-frames.ts';
import { outputPlace, writeBegins, writeEnds } from './trace.ts';

const Decoder = StringDecoder;
const write = uncurryThis(StringDecoder.prototype, 'write');
const end = uncurryThis(StringDecoder.prototype, 'end');
const missingBytes = uncurryGetter(StringDecoder.prototype, 'lastNeed');
const corkedTimes = uncurryGetter(Duplex.prototype, 'writableCorked');
const isEnded = uncurryGetter(Duplex.prototype, 'writableEnded');
const isDestroyed = uncurryGetter(Duplex.prototype, 'destroyed');
const utf8 = /^utf-?8$/i;

type Stream = 'stdout' | 'stderr';
type Chunk = string | Uint8Array;

/** @param place as `outputPlace` gives it, if it is not the present one */
export type Announce = (stream: Stream, chunk: Chunk, place?: string) => void;

/** What the two numbers led to when the program began: it may close them and open others. */
const files = { stdout: identity(1), stderr: identity(2) };

export const isOpen = (stream: Stream) => identity(stream === 'stdout' ? 1 : 2) === files[stream];

/** Says what is written, when and in which text, whatever form the chunk has. */
export function createAnnouncer(settings: ChildSettings): Announce {
  const announce = cappedOutput(settings);
  const decoders = { stdout: createDecoder(), stderr: createDecoder() };
  // One character more than the limit lets through: what is beyond is not even looked at.
  const enough = settings.bytes + 4;
  return (stream, chunk, place = outputPlace()): void => {
    const { decode, isInside } = decoders[stream];
    const before = isInside();
    const text = decode(beginning(chunk, enough));
    const inside = isInside();
    if (text === '' && before === inside) return;
    announce(stream, text, inside ? `${place},"half":true` : place);
  };
}

const beginning = (chunk: Chunk, length: number): Chunk =>
  chunk.length <= length
    ? chunk
    : typeof chunk === 'string'
      ? slice(chunk, 0, length)
      : bytesOf(chunk, 0, length);

/** Lets the announcer see what a stream writes; what waits in a corked one is not written. */
export function observeWrites(stream: NodeJS.WriteStream, name: Stream, announce: Announce): void {
  const held: { readonly chunk: Chunk; readonly place: string }[] = [];
  let heldCount = 0;
  const tell = (args: readonly unknown[]) => {
    if (isEnded(stream) === true || isDestroyed(stream) === true || !isOpen(name)) return;
    const chunk = toChunk(stream, args[0], args[1]);
    if (chunk === undefined) return;
    if (corkedTimes(stream) === 0) announce(name, chunk);
    else held[heldCount++] = { chunk, place: outputPlace() };
  };
  const value = standIn(methodOf(stream, 'write'), (target, self, args) => {
    if (self === stream) attempt(() => tell(args));
    const ignored = writeBegins(typeof args[1] === 'function' || typeof args[2] === 'function');
    try {
      return callUnseen(target, self, args);
    } finally {
      writeEnds(ignored);
    }
  });
  putMethod(stream, 'write', value);
  observeUncork(stream, () => {
    const count = heldCount;
    heldCount = 0;
    for (let index = 0; index < count; index++) {
      const { chunk, place } = held[index] as (typeof held)[number];
      announce(name, chunk, place);
    }
  });
}

const methodOf = (stream: object, name: string) =>
  getProperty(stream, name) as (...args: never[]) => unknown;

/** Calls back before the stream puts out what it kept. */
function observeUncork(stream: NodeJS.WriteStream, release: () => void): void {
  const value = standIn(methodOf(stream, 'uncork'), (target, self, args) => {
    if (self === stream && corkedTimes(stream) === 1) attempt(release);
    return apply(target, self, args);
  });
  putMethod(stream, 'uncork', value);
}

/** What `write` would put out; nothing for what it refuses. Text stays text when it is UTF-8. */
function toChunk(stream: NodeJS.WriteStream, chunk: unknown, encoding: unknown): Chunk | undefined {
  const named = typeof encoding === 'function' ? undefined : encoding;
  if (named && named !== 'buffer' && !isEncoding(named)) return undefined;
  if (isView(chunk)) return bytesOf(chunk);
  if (typeof chunk !== 'string') return undefined;
  const name = typeof named === 'string' && named !== '' ? named : defaultEncoding(stream);
  return exec(utf8, name) !== null ? chunk : bytesFrom(chunk, name as BufferEncoding);
}

function defaultEncoding(stream: object): string {
  const state = (stream as { _writableState?: { defaultEncoding?: string } })._writableState;
  return state?.defaultEncoding ?? 'utf8';
}

interface TextDecoder {
  readonly decode: (chunk: Chunk) => string;
  /** Whether a character has begun that is not complete. */
  readonly isInside: () => boolean;
}

/** A character may be split over two writes. */
function createDecoder(): TextDecoder {
  const decoder = new Decoder('utf8');
  const isInside = () => missingBytes(decoder) !== 0;
  const decode = (chunk: Chunk) => {
    if (typeof chunk !== 'string') return write(decoder, chunk);
    return isInside() ? end(decoder) + chunk : chunk;
  };
  return { decode, isInside };
}

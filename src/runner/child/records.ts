import { recordFd } from '../protocol.ts';
import type { ErrorRecord } from '../protocol.ts';
import { identity } from './identity.ts';
import {
  byteLengthOf,
  bytesFrom,
  bytesOf,
  pid,
  stringify,
  wait,
  writeSync,
} from './primordials.ts';

const opened = identity(recordFd);
const version = process.versions.node;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

// The JSON is put together by hand: `stringify` on an object would ask for `toJSON`, which a
// snippet may have put on a prototype.

export function sendReady(): void {
  send(`{"kind":"ready","node":${stringify(version)},"pid":${pid}}`);
}

/** @param place JSON properties that tell who printed it and where, each after a comma */
export function sendOutput(stream: 'stdout' | 'stderr', text: string, place: string): void {
  send(`{"kind":"output","stream":"${stream}","text":${stringify(text)}${place}}`);
}

/** @param events JSON of each, separated by commas */
export function sendTrace(events: string): void {
  sendNow(`{"kind":"trace","events":[${events}]}`);
}

let muted = false;

/** Goes through all that a record needs, and sends nothing. @early */
export function rehearse(action: () => void): void {
  muted = true;
  try {
    action();
  } finally {
    muted = false;
  }
}

let beforeSend: () => void = () => undefined;

/** What waits to be sent goes before the next record, whatever that is. */
export function setBeforeSend(flush: () => void): void {
  beforeSend = flush;
}

/** @returns whether it could be told */
export function sendCap(limit: 'lines' | 'bytes'): boolean {
  return send(`{"kind":"cap","limit":"${limit}"}`);
}

export function sendStdin(): void {
  send('{"kind":"stdin"}');
}

export function sendExit(code: number): void {
  send(`{"kind":"exit","code":${code}}`);
}

export function sendError({
  name,
  message,
  stack,
  origin,
  handled,
}: Omit<ErrorRecord, 'kind'>): void {
  send(
    `{"kind":"error","name":${stringify(name)},"message":${stringify(message)},` +
      `"stack":${stringify(stack)},"origin":${stringify(origin)},"handled":${handled === true}}`,
  );
}

function send(json: string): boolean {
  beforeSend();
  return sendNow(json);
}

/** Returns once the host's pipe has all of it, or `false` if the snippet closed the pipe. */
function sendNow(json: string): boolean {
  // It may have opened a file that got the same number.
  if (identity(recordFd) !== opened) return false;
  const line = muted ? '' : `\n${json}\n`;
  const length = byteLengthOf(line);
  // As text, which asks nothing of the prototypes of arrays, and nearly always goes in one piece.
  let sent = trySend(() => writeSync(recordFd, line));
  if (sent === length) return true;
  const bytes = bytesFrom(line, 'utf8');
  while (sent < length) sent += trySend(() => writeSync(recordFd, bytesOf(bytes, sent)));
  return true;
}

function trySend(write: () => number): number {
  try {
    return write();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    wait(sleeper, 0, 0, 1);
    return 0;
  }
}

import { sendTrace, setBeforeSend } from './records.ts';

/** Where the rest of the batch becomes worth a write of its own. */
const batchLength = 8_000;

let atOnce = false;

let batch = '';
let left = 0;
let onFull: () => void = () => undefined;

/**
 * Collects events until something is sent anyway, so that most cost no write of their own.
 * @param limit how many events are taken before the recording stops
 */
export function openEvents(limit: number, stop: () => void): void {
  left = limit;
  onFull = stop;
  setBeforeSend(flushEvents);
}

/** Whether each event is sent on its own: nobody can say when the process will end. */
export function sendAtOnce(now: boolean): void {
  atOnce = now;
}

/** Those that wait are never sent. @early */
export function dropEvents(): void {
  batch = '';
  left = 0;
}

/** @param json one event, an array */
export function addEvent(json: string): void {
  if (left <= 0) return;
  left -= 1;
  if (left === 0) {
    batch += `${batch === '' ? '' : ','}["stop"]`;
    onFull();
    flushEvents();
    return;
  }
  batch += batch === '' ? json : `,${json}`;
  if (atOnce || batch.length > batchLength) flushEvents();
}

export function flushEvents(): void {
  if (batch === '') return;
  const events = batch;
  batch = '';
  sendTrace(events);
}

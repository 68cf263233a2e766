import { attempt, stringify } from './primordials.ts';
import { timerId } from './resource-symbols.ts';
import { addEvent } from './trace-events.ts';
import { handleId } from './trace-handles.ts';
import type { Ends } from './trace-sockets.ts';
import { findCall } from './trace-stack.ts';
import { executionAsyncId, isRecorded, promises, sinceStart, state } from './trace-state.ts';

// What async_hooks tells too late or not at all, as the stand-ins see it.

/** Something is written to a connection. */
export function recordSend({ local, remote }: Ends, isLong: boolean): void {
  if (state.active && state.started)
    addEvent(`["sends",${local},${remote}${isLong ? ',true' : ''}]`);
}

let filled = 0;
let filledBy = -1;

/** A stream is given something; what one callback gives the same one, piece by piece, is told once. */
export function recordFill(stream: number): void {
  if (!state.active || !state.started) return;
  const id = executionAsyncId();
  if (stream === filled && id === filledBy) return;
  filled = stream;
  filledBy = id;
  addEvent(`["fill",${stream}]`);
}

/** `clearTimeout` and its like, before they act. */
export function recordClear(timer: unknown): void {
  const id = timerId(timer);
  if (isRecorded(id)) addEvent(`["clear",${id}]`);
}

/** `timeout.refresh()`, before it acts. */
export function recordRefresh(timer: unknown): void {
  const id = timerId(timer);
  if (isRecorded(id)) addEvent(`["refresh",${id},${sinceStart()}]`);
}

/** A handle that begins to close, a port that posts or gives a message away, or a compressor that is given something to do. */
export function recordHandle(what: 'close' | 'post' | 'take' | 'start', handle: object): void {
  const id = handleId(handle);
  if (isRecorded(id)) addEvent(`["${what}",${id}]`);
}

/** A socket begins to connect, and a request will tell when it has. */
export function recordConnect(handle: object, request: unknown): void {
  const id = handleId(handle);
  const requestId = typeof request === 'object' && request !== null ? handleId(request) : undefined;
  if (isRecorded(id) && isRecorded(requestId)) addEvent(`["connect",${id},${requestId}]`);
}

/**
 * A port begins to listen, or no longer does, unless the program called that method itself.
 * @param always also then
 */
export function recordListening(port: object, listens: boolean, always: boolean): void {
  const id = handleId(port);
  if (!isRecorded(id)) return;
  if (!always) {
    const { line, foreign, name } = findCall(attempt);
    if ((line !== undefined || foreign === true) && name === undefined) return;
  }
  addEvent(`["listen",${id},${listens}]`);
}

/**
 * The id that a program sees of what runs now. Promise jobs have one only because the recording
 * asks for it; without, they run under none.
 */
export function shownId(id: number, name: string): number {
  if (!state.active || !state.started) return id;
  if (promises[executionAsyncId()] === true && !state.ownHooks) return 0;
  recordAltered(name);
  return id;
}

/**
 * The program has hooks of its own, so its promises have ids in any case.
 * @param around Node calls them before or after callbacks, which shows in stack traces
 */
export function recordOwnHooks(around: boolean): void {
  state.ownHooks = true;
  if (around && state.active) addEvent('["hooks"]');
}

/** The program uses something that works differently while it is recorded. */
export function recordAltered(name: string): void {
  if (state.active && state.started) addEvent(`["altered",${stringify(name)}]`);
}

/** The program sends a signal to itself, or is told of one. */
export function recordSignal(what: 'kill' | 'signal', number: number): void {
  if (state.active && state.started) addEvent(`["${what}",${number}]`);
}

/** Whether the program waits for a process and can do nothing else. */
export function recordWait(begins: boolean): void {
  if (!state.active || !state.started) return;
  addEvent(begins ? '["wait"]' : '["waited"]');
}

/** The thread slept, for as long as the program said. */
export function recordSleep(ms: number): void {
  if (state.active && state.started) addEvent(`["slept",${ms}]`);
}

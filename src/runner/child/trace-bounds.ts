import { startsWith, stringify } from './primordials.ts';
import { addEvent, sendAtOnce } from './trace-events.ts';
import { findCall } from './trace-stack.ts';
import type { CallPlace } from './trace-stack.ts';
import {
  computed,
  executionAsyncId,
  Kind,
  kinds,
  loopCount,
  sinceStart,
  state,
} from './trace-state.ts';

// Where the program, its body and the events of the process begin and end: nobody tells of most of that.

/**
 * Whether this is the snippet's first action. Its own frame may be there earlier, when an ES
 * module with `await` is prepared: Node makes the promise of the module then.
 */
export function begins(
  promise: boolean,
  trigger: number,
  { line, column, name, foreign }: CallPlace,
): boolean {
  if (line === undefined && foreign !== true) return false;
  const ofModule = promise && name === undefined && trigger === executionAsyncId();
  if (ofModule && line === 1 && column === 1) return false;
  start();
  return true;
}

/** The loader waits for the end of an ES module's body, which the program does not do itself. */
export const isLoaders = (promise: boolean, { line, foreign }: CallPlace) =>
  promise &&
  line === undefined &&
  foreign !== true &&
  !state.mainIsOver &&
  executionAsyncId() === state.mainId;

export function start(): void {
  state.started = true;
  state.mainId = executionAsyncId();
  addEvent(`["main",${state.mainId},${sinceStart()},${loopCount()}]`);
  // The body of an ES module runs in a promise job, which async_hooks will end.
  if (kinds[state.mainId] === Kind.ignored) {
    kinds[state.mainId] = Kind.micro;
    state.depth = 1;
  }
}

/**
 * A CommonJS script has no end in async_hooks: it is over when something runs that it did not call.
 * @param called can be called by the script itself
 */
export function noticeEndOfMain(called: boolean): void {
  if (state.mainIsOver || state.depth > 0) return;
  if (called && findCall(noticeEndOfMain).line !== undefined) return;
  state.mainIsOver = true;
  addEvent(`["after",${state.mainId},${sinceStart()},${computed()}]`);
}

/** How deep the events of the process are that go on, the innermost one last. */
const events: number[] = [];
let eventCount = 0;
/** When something was recorded that the innermost one did, or its beginning. */
let eventWentOn = 0;

/**
 * An event of the process begins, as a callback of its own. Nobody tells when it is over: that is
 * noticed when something runs that its handlers did not call.
 * @param below as `findCall` has it
 * @param queued it is emitted when the queues are empty, though its name does not say so
 */
export function eventBegins(
  name: string,
  below: (...args: never[]) => unknown,
  queued = false,
): void {
  if (!state.active) return;
  const { line, name: called } = findCall(below);
  // The program emits it: that calls the handlers like any function.
  if (line !== undefined && called === undefined) return;
  if (line === undefined) endEvents();
  // An error that nobody caught ended what threw it, but belongs to it.
  if (!state.started) start();
  if (queued || !startsWith(name, 'uncaughtException')) noticeEndOfMain(true);
  eventWentOn = sinceStart();
  addEvent(`["event",${stringify(name)},${eventWentOn}${queued ? ',true' : ''}]`);
  enterEvent();
}

function enterEvent(): void {
  state.depth += 1;
  events[eventCount] = state.depth;
  eventCount += 1;
  // The process may end in it without another word.
  sendAtOnce(true);
}

/** Code of the program runs, and perhaps nobody told that it would. */
export function noticeProgram({ line, foreign }: CallPlace): void {
  if (line === undefined && foreign !== true) return;
  noticeOutside();
  noticeBody();
}

/**
 * A module that waits for an `await` in one of its imports runs in a promise job of the loader, of which
 * everything else is ignored.
 */
function noticeBody(): void {
  if (!state.started || !state.active || state.depth > 0 || eventCount > 0) return;
  const id = executionAsyncId();
  if (kinds[id] !== Kind.ignored) return;
  noticeEndOfMain(false);
  kinds[id] = Kind.micro;
  state.depth = 1;
  addEvent(`["body",${id},${sinceStart()}]`);
}

/**
 * V8 has tasks of its own, which Node runs without a word to async_hooks: callbacks of a
 * `FinalizationRegistry`, compiled WebAssembly, `Atomics.waitAsync`. They run under no async id,
 * while everything else has one.
 */
export function noticeOutside(): void {
  if (
    !state.started ||
    !state.active ||
    state.depth > 0 ||
    eventCount > 0 ||
    executionAsyncId() !== 0
  )
    return;
  noticeEndOfMain(false);
  eventWentOn = sinceStart();
  addEvent(`["outside",${eventWentOn},${loopCount()}]`);
  enterEvent();
}

/**
 * What is about to be recorded was called by the handlers of the events, or these are over.
 * @param place where it was called, if that is known already
 */
export function noticeEndOfEvents(place?: CallPlace): void {
  if (eventCount === 0) return;
  const { line } = place ?? findCall(noticeEndOfEvents);
  if (line === undefined) endEvents();
  else eventWentOn = sinceStart();
}

/** Something is printed: whether a handler of the events did that is not known yet. */
export function noticeOutput(): void {
  if (eventCount > 0) eventWentOn = sinceStart();
}

/** The process is about to end where its `exit` event was caused. */
export const exitIsOver = endEvents;

function endEvents(): void {
  for (; eventCount > 0; eventCount--) {
    state.depth = (events[eventCount - 1] ?? 1) - 1;
    addEvent(`["done",${eventWentOn}]`);
  }
  sendAtOnce(false);
}

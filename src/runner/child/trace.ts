import asyncHooks from 'node:async_hooks';
import { resolve } from 'node:path';
import { apply, attempt, round, slice, startsWith, stringify, uncurryThis } from './primordials.ts';
import { realPath } from './real-path.ts';
import { hideIds, symbolNamed, timerId } from './resource-symbols.ts';
import { takeShownValues } from './observe-console.ts';
import { handleId, rememberRequest, watchConnect, watchHandle } from './trace-handles.ts';
import { endsOf, watchFrames, watchWrites } from './trace-sockets.ts';
import type { Ends } from './trace-sockets.ts';
import { addEvent, flushEvents, openEvents, sendAtOnce } from './trace-events.ts';
import { findCall, watchFile } from './trace-stack.ts';
import type { CallPlace } from './trace-stack.ts';

/** Enough for every snippet a person wants to look at; an endless recursion ends here. */
const maxEvents = 20_000;

/** How old events get before a callback of the loop begins, which may never return. */
const maxUnsentMs = 50;

/** What is known of an async id; nothing of those that were made before the recording. */
const enum Kind {
  /** A tick or a promise job. */
  micro = 1,
  /** Called by the event loop itself. */
  macro = 2,
  /** Not worth an event: ticks of the output, promises of Node's own loader. */
  ignored = 3,
}

// Dense and without a prototype: what a snippet does to `Map` or `Object` changes nothing here.
const kinds = Object.create(null) as Record<number, Kind | undefined>;

// Taken before the program, and our own stand-ins, can replace them.
const { createHook, executionAsyncId, executionAsyncResource } = asyncHooks;
const now = performance.now.bind(performance);
// Newer versions tell what the thread alone computed.
const { threadCpuUsage } = process as { threadCpuUsage?: typeof process.cpuUsage };
const cpuUsage = (threadCpuUsage ?? process.cpuUsage).bind(process);
const { nodeTiming } = performance as unknown as {
  nodeTiming: { readonly uvMetricsInfo?: { readonly loopCount: number } };
};

const promises = Object.create(null) as Record<number, true | undefined>;

let ownHooks = false;
let active = false;
let started = false;
let startedAt = 0;
let depth = 0;
let writing = 0;
let byConsole = false;
let mainId = 0;
let mainIsOver = false;
let flushedAt = 0;

/** A failure in a hook would end the process; for want of stack, one may fail. */
const hooked =
  <Args extends unknown[]>(action: (...args: Args) => void) =>
  (...args: Args): void => {
    try {
      apply(action, undefined, args);
    } catch {
      // The snippet must not notice.
    }
  };
/** Also the lowest frame of ours when something is scheduled. */
const init = hooked(onInit);
const hook = createHook({
  init,
  before: hooked(onBefore),
  after: hooked(onAfter),
  promiseResolve: hooked(onResolve),
});

const disable = uncurryThis(hook, 'disable');

/** Records from now on who schedules what and which callbacks run; see `TraceEvent`. @early */
export function startTracing(): void {
  watchFile(realPath(resolve(process.argv[1] ?? '')));
  openEvents(maxEvents, () => {
    active = false;
    disable(hook);
  });
  active = true;
  startedAt = now();
  hook.enable();
}

function onInit(id: number, type: string, trigger: number, resource: object): void {
  const promise = type === 'PROMISE';
  if (promise) hideIds(resource);
  if (!active) return;
  if (writing > 0) {
    kinds[id] = Kind.ignored;
    return;
  }
  const place = findCall(init);
  if (eventCount > 0) noticeEndOfEvents(place);
  noticeProgram(place);
  if (started ? isLoaders(promise, place) : !begins(promise, trigger, place)) {
    kinds[id] = Kind.ignored;
    return;
  }
  const micro = promise || type === 'TickObject' || type === 'Microtask';
  kinds[id] = micro ? Kind.micro : Kind.macro;
  if (promise) promises[id] = true;
  if (!micro) {
    attempt(() => watchHandle(id, resource));
    attempt(() => watchWrites(resource));
    if (type === 'TCPCONNECTWRAP' || type === 'PIPECONNECTWRAP') rememberRequest(id, resource);
    if (type === 'TCPWRAP' || type === 'PIPEWRAP')
      attempt(() => watchConnect(resource, recordConnect));
    const isHttp2 = type === 'HTTP2SESSION' || type === 'HTTP2STREAM';
    if (isHttp2) attempt(() => watchFrames(resource));
    if (isHttp2 || type === 'TCPWRAP' || type === 'HTTPINCOMINGMESSAGE') connected[id] = true;
  }
  addEvent(`["init",${id},${stringify(type)},${trigger}${details(type, resource, place)}]`);
}

/**
 * Whether this is the snippet's first action. Its own frame may be there earlier, when an ES
 * module with `await` is prepared: Node makes the promise of the module then.
 */
function begins(
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

/** The loader waits for the end of an ES module's body; that is no part of the program. */
const isLoaders = (promise: boolean, { line, foreign }: CallPlace) =>
  promise && line === undefined && foreign !== true && !mainIsOver && executionAsyncId() === mainId;

function start(): void {
  started = true;
  mainId = executionAsyncId();
  addEvent(`["main",${mainId},${sinceStart()},${loopCount()}]`);
  // The body of an ES module runs in a promise job, which async_hooks will end.
  if (kinds[mainId] === Kind.ignored) {
    kinds[mainId] = Kind.micro;
    depth = 1;
  }
}

/**
 * A CommonJS script has no end in async_hooks: it is over when something runs that it did not call.
 * @param called can be called by the script itself
 */
function noticeEndOfMain(called: boolean): void {
  if (mainIsOver || depth > 0) return;
  if (called && findCall(noticeEndOfMain).line !== undefined) return;
  mainIsOver = true;
  addEvent(`["after",${mainId},${sinceStart()},${computed()}]`);
}

function details(type: string, resource: object, place: CallPlace): string {
  let json = site(place);
  if (place.line === undefined && place.foreign === true) json += ',"foreign":true';
  if (place.name !== undefined) json += `,"name":${stringify(place.name)}`;
  if (place.file !== undefined) json += `,"file":${stringify(place.file)}`;
  if (type === 'TickObject') {
    const { callback } = resource as { callback?: { name?: unknown } };
    const name = callback?.name;
    if (typeof name === 'string' && name !== '') json += `,"tick":${stringify(name)}`;
    if (place.child === true) json += ',"child":true';
  } else if (type === 'Timeout') {
    const { _idleTimeout: delay, _repeat: repeat } = resource as Record<string, unknown>;
    json += `,"ms":${sinceStart()},"cpu":${computed()}`;
    if (typeof delay === 'number') json += `,"delay":${delay}`;
    if (repeat !== null && repeat !== undefined) json += ',"repeat":true';
  }
  return json === '' ? '' : `,{${slice(json, 1)}}`;
}

const site = ({ line, column }: CallPlace) =>
  line === undefined ? '' : `,"line":${line},"column":${column}`;

function onBefore(id: number): void {
  if (!active || !started) return;
  const kind = kinds[id];
  if (kind === Kind.ignored) return;
  if (kind === undefined && 'callback' in executionAsyncResource()) {
    // A tick of Node's own from before the recording: a warning about the permission flags.
    kinds[id] = Kind.ignored;
    return;
  }
  if (eventCount > 0) noticeEndOfEvents(findCall(noticeEndOfEvents));
  noticeEndOfMain(kind !== Kind.micro);
  const outermost = depth === 0;
  depth += 1;
  if (kind === Kind.micro) {
    addEvent(`["before",${id},${sinceStart()}]`);
    return;
  }
  // What the loop calls next may never return.
  if (outermost) flushOldEvents();
  if (outermost) attempt(() => tellEnds(id));
  addEvent(`["before",${id},${sinceStart()},${loopCount()}${closing()}]`);
}

/** What may read from a connection, until its ends were told. */
const connected = Object.create(null) as Record<number, boolean | undefined>;

function tellEnds(id: number): void {
  if (connected[id] !== true) return;
  connected[id] = false;
  const ends = endsOf(executionAsyncResource());
  if (ends !== undefined) addEvent(`["reads",${id},${ends.local},${ends.remote}]`);
}

/** Something is written to a connection. */
export function recordSend({ local, remote }: Ends, isLong: boolean): void {
  if (active && started) addEvent(`["sends",${local},${remote}${isLong ? ',true' : ''}]`);
}

let filled = 0;
let filledBy = -1;

/** A stream is given something; what one callback gives the same one, piece by piece, is told once. */
export function recordFill(stream: number): void {
  if (!active || !started) return;
  const id = executionAsyncId();
  if (stream === filled && id === filledBy) return;
  filled = stream;
  filledBy = id;
  addEvent(`["fill",${stream}]`);
}

/** Each flush takes time in which timers become due, so the events of some milliseconds share one. */
function flushOldEvents(): void {
  const time = now();
  if (time - flushedAt < maxUnsentMs) return;
  flushedAt = time;
  flushEvents();
}

/** The callback of `uv_close` is kept under a symbol on the handle itself. */
function closing(): string {
  return symbolNamed(executionAsyncResource(), 'handle_onclose') === undefined ? '' : ',true';
}

function onAfter(id: number): void {
  if (!active || !started || kinds[id] === Kind.ignored) return;
  if (eventCount > 0) noticeEndOfEvents(findCall(noticeEndOfEvents));
  if (depth > 0) depth -= 1;
  if (id === mainId) mainIsOver = true;
  addEvent(`["after",${id},${sinceStart()}${depth === 0 ? `,${computed()}` : ''}]`);
}

/** Turns of the loop that libuv counted; Node tells since 20.18 and 22.8. */
const loopCount = () => nodeTiming.uvMetricsInfo?.loopCount ?? -1;

function onResolve(id: number): void {
  if (kinds[id] !== Kind.micro) return;
  noticeOutside();
  addEvent(`["resolve",${id}]`);
}

/**
 * Milliseconds that the thread computed: what another program takes from it does not count. On Node 20
 * all threads of the process do, and Node's own are mostly idle.
 */
function computed(): number {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}

const sinceStart = () => round((now() - startedAt) * 1000) / 1000;

/** Where the output that is just written comes from, as JSON properties, each after a comma. */
export function outputPlace(): string {
  if (!active && !started) return '';
  // The stand-in for the method that writes calls all this within an `attempt`.
  const place = findCall(attempt);
  byConsole = place.console === true;
  if (eventCount > 0) eventWentOn = sinceStart();
  noticeProgram(place);
  if (!started && (place.line !== undefined || place.foreign === true)) start();
  if (place.worker === true) return ',"from":"worker"';
  const values = byConsole ? takeShownValues() : '';
  const shown = values === '' ? '' : `,"values":${values}`;
  const where = site(place) + inner(place) + (started ? `,"ms":${sinceStart()}` : '') + shown;
  if (place.delivered === true) return `${where},"delivered":true`;
  return place.closed === true ? `${where},"closed":true` : where;
}

const inner = ({ inner: at }: CallPlace) =>
  at === undefined
    ? ''
    : `,"inner":{"file":${stringify(at.file)},"line":${at.line},"column":${at.column}}`;

/**
 * To be called before something is written. The ticks that the streams need for it are no part of
 * the program, unless the program waits for them; `console` always passes a callback, for errors.
 * @returns what `writeEnds` has to know
 */
export function writeBegins(calledBack: boolean): boolean {
  const ignored = !calledBack || byConsole;
  if (ignored) writing += 1;
  return ignored;
}

export function writeEnds(ignored: boolean): void {
  if (ignored) writing -= 1;
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
  if (!active) return;
  const { line, name: called } = findCall(below);
  // The program emits it: that calls the handlers like any function.
  if (line !== undefined && called === undefined) return;
  if (line === undefined) endEvents();
  // An error that nobody caught ended what threw it, but belongs to it.
  if (!started) start();
  if (queued || !startsWith(name, 'uncaughtException')) noticeEndOfMain(true);
  eventWentOn = sinceStart();
  addEvent(`["event",${stringify(name)},${eventWentOn}${queued ? ',true' : ''}]`);
  enterEvent();
}

function enterEvent(): void {
  depth += 1;
  events[eventCount] = depth;
  eventCount += 1;
  // The process may end in it without another word.
  sendAtOnce(true);
}

/** Code of the program runs, and perhaps nobody told that it would. */
function noticeProgram({ line, foreign }: CallPlace): void {
  if (line === undefined && foreign !== true) return;
  noticeOutside();
  noticeBody();
}

/**
 * A module that waits for an `await` in one of its imports runs in a promise job of the loader, of which
 * everything else is ignored.
 */
function noticeBody(): void {
  if (!started || !active || depth > 0 || eventCount > 0) return;
  const id = executionAsyncId();
  if (kinds[id] !== Kind.ignored) return;
  noticeEndOfMain(false);
  kinds[id] = Kind.micro;
  depth = 1;
  addEvent(`["body",${id},${sinceStart()}]`);
}

/**
 * V8 has tasks of its own, which Node runs without a word to async_hooks: callbacks of a
 * `FinalizationRegistry`, compiled WebAssembly, `Atomics.waitAsync`. They run under no async id,
 * while everything else has one.
 */
function noticeOutside(): void {
  if (!started || !active || depth > 0 || eventCount > 0 || executionAsyncId() !== 0) return;
  noticeEndOfMain(false);
  eventWentOn = sinceStart();
  addEvent(`["outside",${eventWentOn},${loopCount()}]`);
  enterEvent();
}

/** What is about to be recorded was called by the handlers of the events, or these are over. */
function noticeEndOfEvents({ line }: CallPlace): void {
  if (line === undefined) endEvents();
  else eventWentOn = sinceStart();
}

/** The process is about to end where its `exit` event was caused. */
export const exitIsOver = endEvents;

function endEvents(): void {
  for (; eventCount > 0; eventCount--) {
    depth = (events[eventCount - 1] ?? 1) - 1;
    addEvent(`["done",${eventWentOn}]`);
  }
  sendAtOnce(false);
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
function recordConnect(handle: object, request: unknown): void {
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
  if (!active || !started) return id;
  if (promises[executionAsyncId()] === true && !ownHooks) return 0;
  recordAltered(name);
  return id;
}

/**
 * The program has hooks of its own, so its promises have ids in any case.
 * @param around Node calls them before or after callbacks, which shows in stack traces
 */
export function recordOwnHooks(around: boolean): void {
  ownHooks = true;
  if (around && active) addEvent('["hooks"]');
}

/** The program uses something that works differently while it is recorded. */
export function recordAltered(name: string): void {
  if (active && started) addEvent(`["altered",${stringify(name)}]`);
}

/** The program sends a signal to itself, or is told of one. */
export function recordSignal(what: 'kill' | 'signal', number: number): void {
  if (active && started) addEvent(`["${what}",${number}]`);
}

/** Whether the program waits for a process and can do nothing else. */
export function recordWait(begins: boolean): void {
  if (!active || !started) return;
  addEvent(begins ? '["wait"]' : '["waited"]');
}

/** The thread slept, for as long as the program said. */
export function recordSleep(ms: number): void {
  if (active && started) addEvent(`["slept",${ms}]`);
}

const isRecorded = (id: number | undefined): id is number =>
  active && started && id !== undefined && kinds[id] === Kind.macro;

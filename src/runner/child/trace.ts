import asyncHooks from 'node:async_hooks';
import { resolve } from 'node:path';
import { takeShownValues } from './observe-console.ts';
import { apply, attempt, slice, stringify, uncurryThis } from './primordials.ts';
import { realPath } from './real-path.ts';
import { hideIds, symbolNamed } from './resource-symbols.ts';
import {
  begins,
  isLoaders,
  noticeEndOfEvents,
  noticeEndOfMain,
  noticeOutput,
  noticeOutside,
  noticeProgram,
  start,
} from './trace-bounds.ts';
import { addEvent, dropEvents, flushEvents, openEvents } from './trace-events.ts';
import { rememberRequest, watchConnect, watchHandle } from './trace-handles.ts';
import { recordConnect } from './trace-records.ts';
import { endsOf, watchFrames, watchWrites } from './trace-sockets.ts';
import { findCall, watchFile } from './trace-stack.ts';
import type { CallPlace } from './trace-stack.ts';
import {
  computed,
  executionAsyncResource,
  Kind,
  kinds,
  loopCount,
  now,
  promises,
  resetState,
  sinceStart,
  state,
} from './trace-state.ts';

/** Enough for every snippet a person wants to look at; an endless recursion ends here. */
const maxEvents = 20_000;

/** How old events get before a callback of the loop begins, which may never return. */
const maxUnsentMs = 50;

let writing = 0;
let byConsole = false;
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
const before = hooked(onBefore);
const after = hooked(onAfter);
const resolved = hooked(onResolve);
const hook = asyncHooks.createHook({ init, before, after, promiseResolve: resolved });

const disable = uncurryThis(hook, 'disable');

/** Records from now on who schedules what and which callbacks run; see `TraceEvent`. @early */
export function startTracing(): void {
  watchFile(realPath(resolve(process.argv[1] ?? '')));
  openEvents(maxEvents, () => {
    state.active = false;
    disable(hook);
  });
  state.active = true;
  state.startedAt = now();
  hook.enable();
}

/**
 * Goes through what scheduling, a callback and a line need, so that V8 need not compile it in the program's own time.
 * Uses no async id.
 * @param print prints a line that leads to `outputPlace`
 * @early
 */
export function rehearseTracing(print: () => void): void {
  const [promise, timer] = [2, 3];
  openEvents(maxEvents, () => undefined);
  watchFile(realPath(resolve(__filename)));
  state.active = true;
  state.startedAt = now();
  init(promise, 'PROMISE', 0, {});
  init(timer, 'Timeout', 0, { _idleTimeout: 1 });
  print();
  resolved(promise);
  for (const id of [promise, timer]) {
    before(id);
    print();
    after(id);
    kinds[id] = undefined;
    promises[id] = undefined;
  }
  flushEvents();
  dropEvents();
  resetState();
  byConsole = false;
  flushedAt = 0;
}

function onInit(id: number, type: string, trigger: number, resource: object): void {
  const promise = type === 'PROMISE';
  if (promise) hideIds(resource);
  if (!state.active) return;
  if (writing > 0) {
    kinds[id] = Kind.ignored;
    return;
  }
  const place = findCall(init);
  noticeEndOfEvents(place);
  noticeProgram(place);
  if (state.started ? isLoaders(promise, place) : !begins(promise, trigger, place)) {
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
  if (!state.active || !state.started) return;
  const kind = kinds[id];
  if (kind === Kind.ignored) return;
  if (kind === undefined && 'callback' in executionAsyncResource()) {
    // A tick of Node's own from before the recording: a warning about the permission flags.
    kinds[id] = Kind.ignored;
    return;
  }
  noticeEndOfEvents();
  noticeEndOfMain(kind !== Kind.micro);
  const outermost = state.depth === 0;
  state.depth += 1;
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
  if (!state.active || !state.started || kinds[id] === Kind.ignored) return;
  noticeEndOfEvents();
  if (state.depth > 0) state.depth -= 1;
  if (id === state.mainId) state.mainIsOver = true;
  addEvent(`["after",${id},${sinceStart()}${state.depth === 0 ? `,${computed()}` : ''}]`);
}

function onResolve(id: number): void {
  if (kinds[id] !== Kind.micro) return;
  noticeOutside();
  addEvent(`["resolve",${id}]`);
}

/** Where the output that is just written comes from, as JSON properties, each after a comma. */
export function outputPlace(): string {
  if (!state.active && !state.started) return '';
  // The stand-in for the method that writes calls all this within an `attempt`.
  const place = findCall(attempt);
  byConsole = place.console === true;
  noticeOutput();
  noticeProgram(place);
  if (!state.started && (place.line !== undefined || place.foreign === true)) start();
  if (place.worker === true) return ',"from":"worker"';
  const values = byConsole ? takeShownValues() : '';
  const shown = values === '' ? '' : `,"values":${values}`;
  const where = site(place) + inner(place) + (state.started ? `,"ms":${sinceStart()}` : '') + shown;
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

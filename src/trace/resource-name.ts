import type { InitDetails } from './trace-event.ts';

/** What scheduled something, in the words of its author. */
export interface ResourceName {
  /** Absent when only what scheduled the scheduler can tell. */
  readonly api?: string;
  /** Node scheduled it by itself. */
  readonly internal: boolean;
}

/**
 * Names a resource by its type in async_hooks and the call that the snippet made.
 * @param trigger the type of the resource that led to it
 */
export function resourceName(
  type: string,
  details: InitDetails,
  trigger: string | undefined,
): ResourceName {
  const called = details.line !== undefined || details.foreign === true;
  switch (type) {
    case 'TickObject':
      return tickName(details, trigger);
    case 'PROMISE':
      return promiseName(details, called);
    case 'Microtask':
    case 'Timeout':
    case 'Immediate':
      return scheduledName(type, details, called);
    default: {
      const own = type === 'SIGNALWRAP' || type.endsWith('SERVERWRAP') ? undefined : details;
      const api = (called && own ? calledName(own) : undefined) ?? handleNames[type];
      return { ...(api !== undefined && { api }), internal: !called };
    }
  }
}

const schedulers = ['queueMicrotask', 'setTimeout', 'setInterval', 'setImmediate'];
const timerTypes = {
  Microtask: 'queueMicrotask',
  Timeout: 'setTimeout',
  Immediate: 'setImmediate',
};

/** What makes a timer whose callback is the program's own. */
const directApis: ReadonlySet<string> = new Set(['AbortSignal.timeout', 'timeout.refresh']);

function scheduledName(
  type: keyof typeof timerTypes,
  details: InitDetails,
  called: boolean,
): ResourceName {
  if (!called) return { internal: true };
  const { name } = details;
  const own = name === undefined || schedulers.includes(name);
  const api = calledName(details) ?? (own ? timerTypes[type] : nodeItself);
  const direct = own || directApis.has(api);
  return { api, internal: !direct };
}

/** The names of the functions that Node's streams and servers put into the nextTick queue. */
const ticks: Readonly<Record<string, string>> = {
  endReadableNT: 'stream end',
  emitReadable_: 'stream readable',
  updateReadableListening: 'stream readable',
  nReadingNextTick: 'stream readable',
  resume_: 'stream resume',
  maybeReadMore_: 'stream read',
  initRead: 'stream read',
  finish: 'stream finish',
  callFinal: 'stream finish',
  endWritableNT: 'stream end',
  afterWriteTick: 'stream write',
  emitCloseNT: 'stream close',
  onDestroy: 'stream close',
  // Streams, servers and requests have a function of this name.
  emitErrorNT: 'event emitter error',
  emitErrorAndCloseNT: 'stream destroy',
  emitErrorCloseNT: 'stream destroy',
  emitListeningNT: 'server.listen',
  onSpawnNT: 'child process spawn',
  flushStdio: 'child process exit',
  onErrorNT: 'child process error',
};

/** Functions of these names are also in other parts of Node. */
const ticksOfChildren: Readonly<Record<string, string>> = {
  emit: 'child process message',
  finish: 'child process disconnect',
};

function tickName(details: InitDetails, trigger: string | undefined): ResourceName {
  const { name, file, tick, line } = details;
  const ofChild = details.child === true && tick !== undefined ? ticksOfChildren[tick] : undefined;
  if (ofChild !== undefined) return { api: ofChild, internal: true };
  const own = line !== undefined && name === 'nextTick' && file?.endsWith('task_queues') === true;
  if (own) return { api: 'process.nextTick', internal: false };
  if (tick === 'emitCloseNT' && isServers(trigger, details)) {
    // A server that was told to close does so when its last connection has.
    const api = name === 'Server.close' ? 'server.close' : 'server close';
    return { api, internal: true };
  }
  if (tick === 'emitErrorNT' && isServers(trigger, details)) {
    return { api: 'server error', internal: true };
  }
  if (tick === 'emitCloseNT' && name?.startsWith('FSWatcher') === true) {
    return { api: 'watcher.close', internal: true };
  }
  const api =
    (tick === undefined ? undefined : ticks[tick]) ??
    (line === undefined ? undefined : calledName(details));
  return { ...(api !== undefined && { api }), internal: true };
}

/** A server that never listened has no handle. */
const isServers = (trigger: string | undefined, { name }: InitDetails): boolean =>
  trigger?.endsWith('SERVERWRAP') === true || name?.startsWith('Server.') === true;

function promiseName({ name, file }: InitDetails, called: boolean): ResourceName {
  if (!called) return { internal: true };
  if (name === undefined) return { api: 'await', internal: false };
  // What is built into V8 has no file: `then`, `all`, `Promise`.
  if (file === undefined) return { api: builtin[name] ?? name, internal: false };
  return { api: calledName({ name, file }) ?? nodeItself, internal: true };
}

const builtin: Readonly<Record<string, string>> = {
  Promise: 'new Promise',
  // Of a subclass.
  'Promise.then': 'then',
  'Promise.catch': 'catch',
  'Promise.finally': 'finally',
  all: 'Promise.all',
  allSettled: 'Promise.allSettled',
  any: 'Promise.any',
  race: 'Promise.race',
  resolve: 'Promise.resolve',
  reject: 'Promise.reject',
  try: 'Promise.try',
  withResolvers: 'Promise.withResolvers',
  fromAsync: 'Array.fromAsync',
  // The methods of the object that an async generator returns; a `for await` calls them.
  next: 'asyncIterator.next',
  return: 'asyncIterator.return',
  throw: 'asyncIterator.throw',
};

/** What nobody but Node itself knows by name. */
export const nodeItself = 'Node.js';

/** A word for something of which only its type in async_hooks is known. */
export function kindName(type: string): string {
  return handleNames[type] ?? handlesOf.find(([pattern]) => pattern.test(type))?.[1] ?? nodeItself;
}

const handlesOf: readonly (readonly [RegExp, string])[] = [
  [/^FS|^FILEHANDLE/, 'fs'],
  [/^BLOBREADER/, 'Blob'],
  [/^GETADDRINFO|^GETNAMEINFO|^QUERY|^DNS/, 'dns'],
  [/^TCP|^SHUTDOWN|^WRITEWRAP|^TLS/, 'socket'],
  [/^PIPE|^TTY/, 'pipe'],
  [/^HTTP/, 'http'],
  [/^UDP/, 'dgram.createSocket'],
  [/^ZLIB|^ZSTD|^BROTLI/, 'zlib'],
  [/REQUEST$|^HASH|^SIGN|^VERIFY|^CIPHER|^DERIVE/, 'crypto'],
];

/** The handle of a server calls for each connection, whoever told it to listen. */
export const serverConnection = 'server connection';

/** Handles and requests that are made far from any call of the snippet. */
const handleNames: Readonly<Record<string, string>> = {
  MESSAGEPORT: 'MessagePort',
  WORKER: 'Worker',
  TCPWRAP: 'connection',
  PIPEWRAP: 'pipe',
  TCPSERVERWRAP: serverConnection,
  PIPESERVERWRAP: serverConnection,
  PROCESSWRAP: 'child process',
  SIGNALWRAP: 'signal',
  HTTPINCOMINGMESSAGE: 'http request',
  HTTPCLIENTREQUEST: 'http response',
  HTTP2SESSION: 'http2 session',
  FSEVENTWRAP: 'fs.watch',
  STATWATCHER: 'fs.watchFile',
  UDPWRAP: 'dgram.createSocket',
};

/** `fs.readFile` for `readFile` of node:fs, `server.listen` for `Server.listen`. */
function calledName({ name, file }: InitDetails): string | undefined {
  if (name === undefined) return undefined;
  const parts = name.split('.');
  const method = parts.at(-1) ?? name;
  const owner = parts.length > 1 ? parts.at(-2) : undefined;
  if (owner !== undefined && owner !== '' && !isInternal(owner) && !isInternal(method))
    return `${receivers[owner] ?? lowerFirst(owner)}.${method}`;
  if (file === undefined) return builtin[name] ?? name;
  const written = writtenAs(name, file);
  if (written !== undefined) return written;
  if (name === 'refresh' && file.endsWith('timers')) return 'timeout.refresh';
  if (publicClasses.has(name)) return name;
  if (name === 'eos') return 'stream.finished';
  if (/async_hooks|async_local_storage/.test(file)) {
    return `${name === 'snapshot' ? 'AsyncLocalStorage' : 'AsyncResource'}.${name}`;
  }
  if (file === 'node:timers/promises' && schedulerMethods.has(name)) return `scheduler.${name}`;
  if (name === 'emit' && file === 'node:events') return 'emitter.emit';
  if (name.endsWith('Callbackified')) return 'util.callbackify';
  if (isInternal(name)) return areaOf(file);
  if (file.endsWith('abort_controller')) return `AbortSignal.${method}`;
  const module = moduleOf(file);
  if (module !== undefined) return `${module}.${name}`;
  return file.startsWith('node:internal') ? areaOf(file) : name;
}

/** What a program calls by another name than the function has. */
function writtenAs(name: string, file: string): string | undefined {
  if (file === 'node:internal/crypto/webcrypto') return `crypto.subtle.${name}`;
  if (file === 'node:internal/fs/dir' && name !== 'opendir') return `dir.${name}`;
  if (name === 'emitWarning') return 'process.emitWarning';
  if (name === 'setStreamTimeout') return 'socket.setTimeout';
  const [, once] = /^(sign|verify)OneShot$/.exec(name) ?? [];
  if (once !== undefined) return `crypto.${once}`;
  const [, type] = /^query([A-Z][a-z]*)$/.exec(name) ?? [];
  if (type === undefined || !/dns/.test(file)) return undefined;
  const module = file.includes('promises') ? 'dns.promises' : 'dns';
  return `${module}.resolve${addressTypes[type] ?? type}`;
}

const addressTypes: Readonly<Record<string, string>> = { A: '4', Aaaa: '6' };

const publicClasses: ReadonlySet<string> = new Set([
  'AsyncResource',
  'BroadcastChannel',
  'EventEmitterAsyncResource',
  'MessageChannel',
]);
const schedulerMethods: ReadonlySet<string> = new Set(['wait', 'yield']);

/** Names that stand in no documentation: of functions that Node calls itself. */
const isInternal = (name: string): boolean =>
  /^[_#[]|^value$|^on[a-z]+$|_$|NT$|(?:Callback|Hook|Impl|Wrapper)$|^k[A-Z]|^internal|^process[A-Z]|^handle[A-Z]/.test(
    name,
  );

/** The part of Node that a file of its own belongs to. */
const areaOf = (file: string): string | undefined =>
  areas.find(([pattern]) => pattern.test(file))?.[1];

const areas: readonly (readonly [RegExp, string])[] = [
  [/internal\/(?:modules|process\/esm)/, 'import()'],
  [/webstreams/, 'web stream'],
  [/internal\/blob/, 'Blob'],
  [/internal\/streams|^node:stream|^node:_stream/, 'stream'],
  [/readline/, 'readline'],
  // What is global and loaded when it is first used.
  [/internal\/bootstrap\/web/, 'fetch'],
  [/worker/, 'Worker'],
  [/event_target|abort_controller/, 'EventTarget'],
  [/^node:events/, 'events'],
  [/^node:(?:internal\/)?fs/, 'fs'],
  [/^node:(?:internal\/)?dns/, 'dns'],
  [/^node:_?http/, 'http'],
  [/^node:net/, 'net'],
  [/^node:zlib/, 'zlib'],
  [/crypto/, 'crypto'],
  [/child_process/, 'child_process'],
  [/undici/, 'fetch'],
  [/^node:(?:internal\/)?timers/, 'timers'],
  [/^node:(?:internal\/perf\/|perf_hooks)/, 'perf_hooks'],
];

const receivers: Readonly<Record<string, string>> = {
  Readable: 'stream',
  Writable: 'stream',
  Duplex: 'stream',
  Stream: 'stream',
  EventEmitter: 'emitter',
  process: 'process',
  target: 'subprocess',
};

const modules: readonly (readonly [RegExp, string])[] = [
  [/^node:timers\/promises$/, 'timers/promises'],
  [/^node:internal\/fs\/promises$/, 'fs.promises'],
  [/^node:internal\/dns\/promises$/, 'dns.promises'],
  [
    /^node:(?:internal\/)?(fs|net|dns|http|https|http2|crypto|zlib|child_process|dgram|tls)\b/,
    '$1',
  ],
  [/^node:internal\/streams\/pipeline$|^node:stream$/, 'stream'],
  [/^node:events$/, 'events'],
];

function moduleOf(file: string): string | undefined {
  for (const [pattern, name] of modules) {
    const match = pattern.exec(file);
    if (match !== null) return name === '$1' ? match[1] : name;
  }
  return undefined;
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

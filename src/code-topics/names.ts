/**
 * Names of APIs, as questions list them and as code is read: `fs.readFileSync` and `setTimeout` as the
 * documentation of Node.js has them, `express` and `express.Router` for packages, `server.close` for a
 * member of what an API returned (see kinds.ts), `process.on('SIGTERM')` for a member that is called with a text.
 */

/** Modules of Node.js that are also there under another name, and modules whose members are globals. */
const moduleNames: Readonly<Record<string, string>> = {
  'assert/strict': 'assert',
  'path/posix': 'path',
  'path/win32': 'path',
  'fs/promises': 'fs.promises',
  'dns/promises': 'dns.promises',
  'stream/promises': 'stream.promises',
  'timers/promises': 'timers.promises',
  'readline/promises': 'readline.promises',
  '@jest/globals': '@jest/globals',
};

/** Members of modules that are globals too, or that everybody knows by a shorter name. */
const globalMembers: Readonly<Record<string, readonly string[]>> = {
  buffer: ['Buffer', 'Blob', 'File', 'atob', 'btoa'],
  timers: [
    ...['setTimeout', 'setInterval', 'setImmediate'],
    ...['clearTimeout', 'clearInterval', 'clearImmediate'],
  ],
  events: ['EventEmitter', 'EventTarget', 'Event'],
  util: ['TextDecoder', 'TextEncoder', 'AbortController', 'AbortSignal'],
  url: ['URL', 'URLSearchParams'],
  perf_hooks: ['performance', 'PerformanceObserver'],
  '@jest/globals': ['jest'],
  vitest: ['vi'],
  globalThis: [],
  global: [],
};

/** The module of Node.js or the package that a specifier names; undefined for a file. */
export function moduleName(specifier: string): string | undefined {
  if (specifier === '' || /^[./#~]|^@\/|:\/\//.test(specifier)) return undefined;
  const plain = specifier.startsWith('node:') ? specifier.slice('node:'.length) : specifier;
  // These exist with their prefix alone, and packages without it are something else.
  if (withPrefixOnly.has(plain)) return specifier.startsWith('node:') ? specifier : plain;
  return moduleNames[plain] ?? plain;
}

const withPrefixOnly = new Set(['test', 'sqlite', 'sea', 'test/reporters']);

/** The names of a member of a module or global, the most exact one first. */
export function memberNames(of: string, member: string): readonly string[] {
  if (member === 'default') return [of];
  if (of === 'globalThis' || of === 'global') return [member];
  if (globalMembers[of]?.includes(member)) return [member];
  // A class that is the module, `require('events')`, has itself as a member.
  const name = `${of}.${member}`;
  const [module] = of.split('.promises');
  if (!of.endsWith('.promises') || module === undefined) return [name];
  const plain = globalMembers[module]?.includes(member) ? member : `${module}.${member}`;
  return [name, plain, of];
}

/** What code uses without having declared or imported it, and is not of its own. */
export const isGlobalName = (name: string): boolean => globals.has(name);

const globals = new Set([
  ...['process', 'Buffer', 'console', 'globalThis', 'global', 'performance', 'navigator'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'structuredClone', 'eval'],
  ...['clearTimeout', 'clearInterval', 'clearImmediate'],
  ...['Promise', 'AggregateError', 'AbortController', 'AbortSignal', 'EventTarget', 'Event'],
  ...['Atomics', 'SharedArrayBuffer', 'WeakRef', 'WeakMap', 'WeakSet', 'FinalizationRegistry'],
  ...['JSON', 'Object', 'Number', 'BigInt', 'parseInt', 'Error', 'Array', 'Function', 'Symbol'],
  ...['fetch', 'Headers', 'Request', 'Response', 'FormData', 'WebSocket', 'EventSource'],
  ...['URL', 'URLSearchParams', 'TextDecoder', 'TextEncoder', 'PerformanceObserver', 'crypto'],
  ...['ReadableStream', 'WritableStream', 'TransformStream', 'Blob', 'BroadcastChannel'],
  ...['require', 'module', 'exports', '__dirname', '__filename'],
  ...['jest', 'vi'],
]);

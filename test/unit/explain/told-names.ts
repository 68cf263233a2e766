import { explainRun } from '../../../src/explain/explain-run.ts';
import type { Trace } from '../../../src/trace/model.ts';

/**
 * Names in the texts about a run that its author can't know: every name in backticks has to be in the
 * program, or to be a word of Node's documentation that the rules use. What a line printed is quoted, and no name.
 */
export function unknownNames(trace: Trace, code: string): string[] {
  const { pairs } = explainRun(trace);
  const texts = pairs.map((pair) => (pair ? `${pair.title} ${pair.text}` : ''));
  const names = texts.flatMap((text) =>
    [...text.replaceAll(/\bprints `[^`]*`/g, '').matchAll(/`([^`]+)`/g)].map(
      ([, name = '']) => name,
    ),
  );
  const unknown = names.filter((name) => !words.has(name) && !isWritten(name, code));
  const internal = texts.flatMap((text) => internals.exec(text)?.[0] ?? []);
  return [...new Set([...unknown, ...internal])];
}

/** `readFile` of `fs.promises.readFile`: the program may have imported it alone. */
function isWritten(name: string, code: string): boolean {
  const last = name.split('.').at(-1) ?? name;
  return new RegExp(`\\b${last.replaceAll(/[^\w]/g, '\\$&')}`).test(code);
}

/** What async_hooks and libuv call things, files of Node and of ours. */
const internals =
  /\b(?:TickObject|[A-Z]{2,}(?:WRAP|REQ|REQUEST|CALLBACK)|PROMISE|MESSAGEPORT|ZLIB|STREAM_END\w*|\w+NT\b|uv_\w+|k[A-Z][a-z]\w+|node:internal\S*|preload|\/tmp\S*)/;

/** What the rules themselves say, and events and classes that a program need not name. */
const words = new Set([
  ...['process', 'process.exit()', 'process.stdout', 'process.stderr', 'exit', 'close', 'emit'],
  ...['beforeExit', 'uncaughtException', 'uncaughtExceptionMonitor', 'unhandledRejection'],
  ...['rejectionHandled', 'await', 'then', 'forEach', 'queueMicrotask', 'spawnSync', 'import()'],
  ...['refresh()', 'timeout.refresh()', 'FinalizationRegistry', 'Atomics.waitAsync', 'MessagePort'],
  ...['fs', 'zlib', 'crypto', 'dns', 'readline'],
  // Events of streams and processes.
  ...['end', 'finish', 'read', 'readable', 'resume', 'write', 'error', 'destroy', 'spawn'],
]);

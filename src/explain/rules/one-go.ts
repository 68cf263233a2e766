import { isSameSite } from '../pair-predicates.ts';
import type { Pair, Rule } from '../rule.ts';

/** Both lines were printed in one go: nothing can come between. */
export const oneGoRules: readonly Rule[] = [
  {
    id: 'exit-code-last',
    title: 'The exit code is known when everything else is done.',
    applies: ({ lines }) => lines?.later.stream === 'exit',
    text: () => 'The process exited here. Its exit code is listed last.',
    source: 'exitCodes',
    question: 'unhandled-rejections',
  },
  {
    id: 'error-is-told-last',
    title: 'The error that ends the program is printed after the `exit` handlers have run.',
    applies: ({ record, earlier, lines }) =>
      lines?.later.stream === 'uncaught' && record.callback(earlier).event === 'exit',
    text: () =>
      'The error came first, but before Node.js prints it and the process exits, it emits `exit`, so what the handlers print is above it.',
    source: 'exit',
    question: 'unhandled-rejections',
  },
  {
    id: 'monitor-comes-first',
    title: '`uncaughtExceptionMonitor` is emitted before anything is done about the error.',
    applies: ({ record, earlier, later, lines }) =>
      record.callback(earlier).event === monitor &&
      (record.callback(later).event === 'uncaughtException' || lines?.later.stream === 'uncaught'),
    text: ({ lines }) =>
      lines?.later.stream === 'uncaught'
        ? 'The error came first, but before Node.js prints it and the process exits, it emits this event for listeners that only watch.'
        : 'Both events are emitted for the same error: first the one for listeners that only watch, then the one whose listeners handle the error.',
    source: 'uncaughtMonitor',
    question: 'unhandled-rejections',
  },
  {
    id: 'error-ends-the-program',
    title: 'An error that nobody catches ends the program.',
    applies: (pair) => pair.lines?.later.stream === 'uncaught' && inOneGo(pair),
    text: ({ earlier }, say) =>
      `After ${say.callback(earlier)} had printed its line, an error was thrown that nothing caught. It ends the program where it was thrown: what follows there does not run, and neither does anything that is waiting.`,
    source: 'uncaught',
    question: 'unhandled-rejections',
  },
  {
    id: 'child-closes-last',
    title: 'A child process emits `close` when it has exited and its streams are closed.',
    applies: (pair) => isClosed(pair),
    text: ({ earlier }, say) =>
      `Both lines belong to the same child process. \`close\` comes after \`exit\` and after the end of everything that the process printed, so ${say.callback(earlier)} came before it.`,
    source: 'childClose',
    question: 'cluster-vs-workers',
  },
  {
    id: 'stream-or-child-closes',
    title:
      'A child process emits `close` when it has exited and the last of its streams has closed.',
    applies: (pair) =>
      inOneGo(pair) &&
      pair.record.callback(pair.first).phase === 'close' &&
      (pair.lines?.earlier.closed === true) !== (pair.lines?.later.closed === true),
    certainty: (pair) => (neverStarted(pair) ? 'certain' : 'unknown'),
    saysDoubt: true,
    text: (pair) =>
      neverStarted(pair)
        ? 'One of these lines was printed by the `close` event of the child process, the other one by that of its stream. The process could not be started, which counts as its exit, so both come in one go when the last of its streams is closed.'
        : 'One of these lines was printed by the `close` event of the child process, the other one by that of its stream. If the process exits before the stream is closed, both come in one go, as in this run; if not, the stream comes alone. The process decides which of these happens, and that is not in the record.',
    source: 'childClose',
    question: 'cluster-vs-workers',
  },
  {
    id: 'exit-and-close-in-one-go',
    title:
      'A child process emits `exit` and `close` in one go only when its streams were closed before.',
    applies: (pair) => isScheduledByExit(pair),
    certainty: () => 'unknown',
    saysDoubt: true,
    text: ({ later }, say) =>
      `The first line was printed by the \`close\` event of a child process, and ${say.callback(later)} may have been scheduled by a listener of its \`exit\`. Both events came in one go in this run. If the streams of the process are closed only after its exit, what a listener of \`exit\` schedules comes before \`close\`. The process decides that, and it is not in the record.`,
    source: 'childClose',
    question: 'cluster-vs-workers',
  },
  {
    id: 'line-without-a-break',
    title: 'Text without a line break is listed at the end of the output.',
    applies: ({ lines }) => lines?.later.unfinished === true,
    text: ({ later }, say) =>
      `${say.Callback(later)} wrote this text without a line break, and nothing completed the line. It is listed where the output ends, below what the other stream printed meanwhile.`,
    source: 'writes',
    question: 'stream-types',
  },
  {
    id: 'waits-for-a-process',
    title: '`spawnSync` and its like wait until the child process has exited.',
    applies: (pair) =>
      inOneGo(pair) &&
      (pair.lines?.earlier.from === 'process' || pair.lines?.later.from === 'process'),
    text: ({ earlier, later, lines }, say) =>
      `${say.Callback(lines?.earlier.from === 'process' ? earlier : later)} started a child process and waited for it. Nothing else runs in this thread meanwhile, so what the child prints appears exactly there.`,
    source: 'spawnSync',
    question: 'cluster-vs-workers',
  },
  {
    id: 'uncaught-at-once',
    title:
      'An `uncaughtException` handler is called as soon as the error leaves the code that threw it.',
    applies: (pair) =>
      uncaught.has(pair.record.callback(pair.later).event) &&
      pair.earlier !== pair.later &&
      inOneGo(pair),
    text: ({ earlier }, say) =>
      `${say.Callback(earlier)} printed its line before the error left the code that threw it. The handler was called at that moment, before any tick or microtask.`,
    source: 'uncaught',
    question: 'unhandled-rejections',
  },
  {
    id: 'imports-run-first',
    title: 'The modules that a module imports run before it.',
    applies: (pair) =>
      sameCallback(pair) &&
      pair.earlier === 0 &&
      pair.record.trace.entry === 'mjs' &&
      pair.lines?.earlier.site === undefined &&
      pair.lines?.later.site !== undefined,
    text: () =>
      'The first line was printed by code of an imported module. Static imports are loaded and evaluated before the body of the module that has them, wherever they are written in it.',
    source: 'imports',
    question: 'cjs-vs-esm',
  },
  {
    id: 'called-at-once',
    title: 'A function call runs immediately, wherever the function is written.',
    applies: (pair) => {
      const [before, after] = [pair.lines?.earlier.site, pair.lines?.later.site];
      return (
        sameCallback(pair) &&
        before !== undefined &&
        after !== undefined &&
        after.line < before.line
      );
    },
    text: ({ earlier, lines }, say) =>
      `Line ${lines?.later.site?.line} is above line ${lines?.earlier.site?.line} in the code and still printed after it, within ${say.callback(earlier)}: it belongs to a function that was called then, or to another round of a loop. Calls are synchronous, and so are listeners that \`emit\` calls, the executor of a promise and the callbacks of \`forEach\`.`,
    source: 'emit',
    question: 'event-emitter',
  },
  {
    id: 'one-after-the-other',
    title: 'Code runs line by line, and nothing interrupts it.',
    applies: sameCallback,
    text: (pair, say) =>
      isOfImports(pair)
        ? 'Both lines were printed by imported modules, which are evaluated one after the other. No timer, tick or microtask can run in between.'
        : `Both lines were printed by ${say.callback(pair.earlier)}, in one go. No timer, tick or microtask can run in between.`,
    source: 'runToCompletion',
    question: 'single-threaded',
  },
  {
    id: 'delivered-at-exit',
    title: 'What a worker had sent is delivered at the latest when its exit is handled.',
    applies: isDeliveredAtExit,
    certainty: () => 'unknown',
    saysDoubt: true,
    text: () =>
      'The worker had already stopped when this thread took what it had sent, so Node.js delivered all of it right before `exit`, port by port. Had this thread taken it earlier, it could have been another order.',
    source: 'workers',
    question: 'cluster-vs-workers',
  },
  {
    id: 'delivered-before-exit',
    title: 'What a worker had sent is delivered before it emits `exit`.',
    applies: (pair) => {
      const { owner } = pair.record.task(pair.earlier);
      return inOneGo(pair) && owner !== undefined && owner === pair.record.task(pair.later).source;
    },
    text: () =>
      'Both lines were printed because of the same worker. It had already stopped when this thread took what it had sent, so Node.js delivered that first and emitted `exit` right after it.',
    source: 'workers',
    question: 'cluster-vs-workers',
  },
  {
    id: 'called-inside',
    title: 'What is called inside a callback is part of it.',
    applies: inOneGo,
    text: ({ earlier, later, record }, say) => {
      const inner = record.outermost(earlier) === earlier ? later : earlier;
      if (record.callback(later).event === 'exit') {
        return `${say.Callback(later)} was called right there: \`process.exit()\`, or an error that nothing catches, emits \`exit\` before anything else that is waiting can run.`;
      }
      return `${say.Callback(inner)} was called synchronously, while ${say.callback(record.outermost(inner))} ran.`;
    },
    source: 'emit',
    question: 'event-emitter',
  },
];

/** Whether both lines came from modules that the entry module imports. */
const isOfImports = ({ record, earlier, lines }: Pair): boolean =>
  earlier === 0 &&
  record.trace.entry === 'mjs' &&
  lines !== undefined &&
  lines.earlier.site === undefined &&
  lines.later.site === undefined;

const monitor = 'uncaughtExceptionMonitor';
const uncaught: ReadonlySet<string | undefined> = new Set(['uncaughtException', monitor]);

function sameCallback({ earlier, later }: Pair): boolean {
  return earlier === later;
}

/** Whether the later one was scheduled in the go in which a child process closed, before the line about that was printed. */
function isScheduledByExit({ record, first, later, lines }: Pair): boolean {
  if (lines?.earlier.closed !== true || lines.later.closed === true) return false;
  if (record.callback(first).phase !== 'poll' || record.outermost(later) === first) return false;
  // One without streams emits both in one go in every run.
  const { site, source } = record.task(first);
  const hasStreams = record.trace.callbacks.some(({ index, phase }) => {
    const task = record.task(index);
    return phase === 'close' && task.source !== source && isSameSite(task.site, site);
  });
  if (!hasStreams) return false;
  return record.task(later).by === first && record.task(later).scheduledAt < lines.earlier.at;
}

/** Whether the later line was printed when a child process closed, and the earlier belongs to it. */
function isClosed({ record, earlier, first, second, lines }: Pair): boolean {
  const place = record.task(second).site;
  const other = record.task(first).site;
  // A stream of the child may close before or after that.
  if (record.callback(first).phase === 'close') return false;
  // What a listener of `exit` scheduled may come before or after that.
  const isOfChild = /^(?:stream|child process) /.test(record.task(earlier).api);
  if (record.outermost(earlier) !== first && !isOfChild) return false;
  if (lines?.later.closed !== true || lines.earlier.closed === true || !place || !other)
    return false;
  const starts = record.trace.started?.filter(
    ({ site }) => site?.line === place.line && site.column === place.column,
  );
  return starts?.length === 1 && place.line === other.line && place.column === other.column;
}

/** Whether it was told that the process could not be started, which is its exit too. */
function neverStarted({ record, second }: Pair): boolean {
  const { site } = record.task(second);
  return record.trace.callbacks.some(({ index }) => {
    const task = record.task(index);
    return task.api === 'child process error' && isSameSite(task.site, site);
  });
}

function inOneGo({ record, earlier, later }: Pair): boolean {
  return record.outermost(earlier) === record.outermost(later);
}

/**
 * Whether one of two events of a worker was delivered only when its exit was handled, and both could have been
 * delivered before, by two ports. What comes from one listener is from one port, which keeps its order.
 */
function isDeliveredAtExit({ record, first, second, lines }: Pair): boolean {
  if (!lines) return false;
  const { earlier, later } = lines;
  if (later.delivered !== true) return false;
  const isSameListener =
    earlier.site?.line === later.site?.line && earlier.site?.column === later.site?.column;
  if (isSameListener) return false;
  const { owner, source } = record.task(first);
  const worker = record.task(second).source;
  return worker !== undefined && (owner === worker || source === worker);
}

/** Where the rules are written down: Node's and libuv's documentation, and the language itself. */
export const sources = {
  eventLoop: {
    title: 'Node.js: The event loop',
    url: 'https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick',
  },
  immediateOrTimeout: {
    title: 'Node.js: setImmediate() vs setTimeout()',
    url: 'https://nodejs.org/en/learn/asynchronous-work/event-loop-timers-and-nexttick#setimmediate-vs-settimeout',
  },
  nextTick: {
    title: 'Node.js: process.nextTick()',
    url: 'https://nodejs.org/api/process.html#processnexttickcallback-args',
  },
  tickOrMicrotask: {
    title: 'Node.js: When to use queueMicrotask() vs. process.nextTick()',
    url: 'https://nodejs.org/api/process.html#when-to-use-queuemicrotask-vs-processnexttick',
  },
  dontBlock: {
    title: "Node.js: Don't block the event loop",
    url: 'https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop',
  },
  timers: {
    title: 'Node.js: Timers',
    url: 'https://nodejs.org/api/timers.html#settimeoutcallback-delay-args',
  },
  interval: {
    title: 'Node.js: setInterval()',
    url: 'https://nodejs.org/api/timers.html#setintervalcallback-delay-args',
  },
  immediate: {
    title: 'Node.js: setImmediate()',
    url: 'https://nodejs.org/api/timers.html#setimmediatecallback-args',
  },
  loop: {
    title: 'libuv: The I/O loop',
    url: 'https://docs.libuv.org/en/v1.x/design.html#the-i-o-loop',
  },
  threadPool: {
    title: 'libuv: Thread pool work scheduling',
    url: 'https://docs.libuv.org/en/v1.x/threadpool.html',
  },
  jobs: {
    title: 'ECMAScript: HostEnqueuePromiseJob',
    url: 'https://tc39.es/ecma262/#sec-hostenqueuepromisejob',
  },
  runToCompletion: {
    title: 'ECMAScript: Jobs and macrotask operations to enqueue jobs',
    url: 'https://tc39.es/ecma262/#sec-jobs',
  },
  thenableJob: {
    title: 'ECMAScript: NewPromiseResolveThenableJob',
    url: 'https://tc39.es/ecma262/#sec-newpromiseresolvethenablejob',
  },
  await: { title: 'ECMAScript: Await', url: 'https://tc39.es/ecma262/#await' },
  fastAsync: {
    title: 'V8: Faster async functions and promises',
    url: 'https://v8.dev/blog/fast-async',
  },
  writes: {
    title: 'Node.js: process.stdout and process.stderr',
    url: 'https://nodejs.org/api/process.html#a-note-on-process-io',
  },
  streams: {
    title: 'Node.js: Buffering of streams',
    url: 'https://nodejs.org/api/stream.html#buffering',
  },
  spawnSync: {
    title: 'Node.js: Synchronous process creation',
    url: 'https://nodejs.org/api/child_process.html#synchronous-process-creation',
  },
  refresh: {
    title: 'Node.js: timeout.refresh()',
    url: 'https://nodejs.org/api/timers.html#timeoutrefresh',
  },
  imports: {
    title: 'ECMAScript: Source text module records',
    url: 'https://tc39.es/ecma262/#sec-innermoduleevaluation',
  },
  childClose: {
    title: "Node.js: Event 'close' of a child process",
    url: 'https://nodejs.org/api/child_process.html#event-close',
  },
  dynamicImport: {
    title: 'ECMAScript: Import Calls',
    url: 'https://tc39.es/ecma262/#sec-import-calls',
  },
  finalization: {
    title: 'ECMAScript: Processing Model of WeakRef and FinalizationRegistry Targets',
    url: 'https://tc39.es/ecma262/#sec-weakref-processing-model',
  },
  emit: {
    title: 'Node.js: Asynchronous vs. synchronous events',
    url: 'https://nodejs.org/api/events.html#asynchronous-vs-synchronous',
  },
  exit: { title: "Node.js: Event 'exit'", url: 'https://nodejs.org/api/process.html#event-exit' },
  exitCodes: {
    title: 'Node.js: Exit codes',
    url: 'https://nodejs.org/api/process.html#exit-codes',
  },
  beforeExit: {
    title: "Node.js: Event 'beforeExit'",
    url: 'https://nodejs.org/api/process.html#event-beforeexit',
  },
  uncaught: {
    title: "Node.js: Event 'uncaughtException'",
    url: 'https://nodejs.org/api/process.html#event-uncaughtexception',
  },
  uncaughtMonitor: {
    title: "Node.js: Event 'uncaughtExceptionMonitor'",
    url: 'https://nodejs.org/api/process.html#event-uncaughtexceptionmonitor',
  },
  rejection: {
    title: "Node.js: Event 'unhandledRejection'",
    url: 'https://nodejs.org/api/process.html#event-unhandledrejection',
  },
  workers: {
    title: 'Node.js: worker.stdout',
    url: 'https://nodejs.org/api/worker_threads.html#workerstdout',
  },
  childProcess: {
    title: 'Node.js: options.stdio',
    url: 'https://nodejs.org/api/child_process.html#optionsstdio',
  },
} as const;

export type SourceId = keyof typeof sources;

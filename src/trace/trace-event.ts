// What the recorder inside the child tells of a run, event by event.

/** Ids are those of async_hooks, times are milliseconds since the recording began. */
export type TraceEvent =
  /** The snippet's own code begins, during the execution with that id. */
  | readonly ['main', id: number, ms: number, loops: number]
  | readonly ['init', id: number, type: string, trigger: number, details?: InitDetails]
  /** `loops` as libuv counts them, -1 if Node does not tell; absent for ticks and promise jobs. */
  | readonly ['before', id: number, ms: number, loops?: number, closing?: boolean]
  /** `cpu`: milliseconds that the process had computed by then. */
  | readonly ['after', id: number, ms: number, cpu?: number]
  /** The promise was resolved or rejected, perhaps with another promise. */
  | readonly ['resolve', id: number]
  /** `clearTimeout`, `clearInterval` or `clearImmediate` was called for it. */
  | readonly ['clear', id: number]
  /** `timeout.refresh()` was called for it. */
  | readonly ['refresh', id: number, ms: number]
  /** Its handle begins to close; the callback of that comes in the close phase. */
  | readonly ['close', id: number]
  /** A socket begins to connect; the request for that is called back first. */
  | readonly ['connect', id: number, request: number]
  /** A message was posted to the other end of that port. */
  | readonly ['post', id: number]
  /** `receiveMessageOnPort` took the oldest message of that port. */
  | readonly ['take', id: number]
  /** That port begins to listen, or no longer does: until then, what is posted to it waits. */
  | readonly ['listen', id: number, listens: boolean]
  /** What is called by that id reads from a connection of the process with itself; both ends by their ports. */
  | readonly ['reads', id: number, local: number, remote: number]
  /** Something is written to this end of such a connection; it may have to be sent in parts if it is long. */
  | readonly ['sends', local: number, remote: number, isLong?: boolean]
  /** A stream, by a number of its own, was given something to pass on. */
  | readonly ['fill', stream: number]
  /** A compressor was given something to do; it calls back when it is done. */
  | readonly ['start', id: number]
  /** The program sent a signal to itself, and is told of one; both by number. */
  | readonly ['kill', signal: number]
  | readonly ['signal', signal: number]
  /** The body of a module begins, which had to wait for an `await` in one of its imports. */
  | readonly ['body', id: number, ms: number]
  /**
   * The program asked for something whose answer the recording may change: the name of the
   * function.
   */
  | readonly ['altered', name: string]
  /** The program has hooks of its own, which Node calls before and after callbacks. */
  | readonly ['hooks']
  /** `spawnSync` or its like begins to wait for a process, and has waited. */
  | readonly ['wait']
  | readonly ['waited']
  /** `Atomics.wait` returned because the time was over that it had been given, in milliseconds. */
  | readonly ['slept', ms: number]
  /**
   * An event of the process begins to be emitted; `done` ends the innermost one. `queued` tells
   * of an `uncaughtException` that it came from a rejection, when the queues were empty.
   */
  | readonly ['event', name: string, ms: number, queued?: boolean]
  | readonly ['done', ms: number]
  /** Node called code, or settled a promise, of which async_hooks says nothing; `done` ends it too. */
  | readonly ['outside', ms: number, loops: number]
  /** Nothing more is recorded. */
  | readonly ['stop'];

export interface InitDetails {
  /** The snippet's own call that led to it, both from 1. */
  readonly line?: number;
  readonly column?: number;
  /** The function that the snippet called there, as V8 names it, and its file unless built in. */
  readonly name?: string;
  readonly file?: string;
  /** The name of a tick's callback. */
  readonly tick?: string;
  /** Of a tick: what Node does for a child process made it. */
  readonly child?: boolean;
  /** Of a timer: when it was made and how long it waits, in milliseconds. */
  readonly ms?: number;
  readonly delay?: number;
  readonly repeat?: boolean;
  /** Another file of the program made the call. */
  readonly foreign?: boolean;
  /** Milliseconds that the process had computed when the timer was made. */
  readonly cpu?: number;
}

/** Where a write was made; all of it is known only of a traced run. */
export interface WritePlace {
  /** The snippet's own call that led to it, both from 1. */
  readonly line?: number;
  readonly column?: number;
  /** Passed on for a worker thread. */
  readonly from?: 'worker';
  /** It was printed while a child process emitted `close`. */
  readonly closed?: boolean;
  /** It was printed for a message that was delivered while the exit of its worker was handled. */
  readonly delivered?: boolean;
  /** Milliseconds since the recording began. */
  readonly ms?: number;
  /** The nearest call in another file of the program, where the snippet's own is further away or there is none. */
  readonly inner?: FileSite;
  /** The objects that `console` was given to write. */
  readonly values?: readonly ShownValue[];
}

/** A value as it was when it was printed, looked at without running any code of the program. */
export interface ShownValue {
  /** What it is: `42`, `"text"`, `Array(3)`, `Map(2)`, `[Getter]`, the name of its class. */
  readonly text: string;
  /** Its properties, elements and entries by name; without a name those of a set. */
  readonly parts?: readonly (readonly [name: string, value: ShownValue])[];
  /** How many parts were not looked at: there are too many, or they lie too deep. */
  readonly more?: number;
}

/** A place in a file of the program, by its path or its URL as V8 names it; counts from 1. */
export interface FileSite {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Why an error is one that nobody caught. */
export type ErrorOrigin = 'uncaughtException' | 'unhandledRejection';

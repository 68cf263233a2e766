/**
 * What the host and the code inside the child agree on. Records go child → host, one JSON object
 * a line on the private pipe; empty lines mean nothing (every record starts with a line break, so
 * that garbage before it costs only itself). The tracer adds fields and kinds; a host ignores
 * kinds it does not know.
 */
export const recordFd = 3;

/** Carries `ChildSettings` as JSON; the preload deletes it before the snippet can see it. */
export const settingsVariable = 'LOOPWISE_CHILD';

/** The child keeps these limits itself: a synchronous flood never lets the host's own cap act. */
export interface ChildSettings {
  readonly lines: number;
  /** Bytes of output, UTF-8. */
  readonly bytes: number;
}

export type ChildRecord =
  ReadyRecord | OutputRecord | ErrorRecord | CapRecord | StdinRecord | ExitRecord;

/** The preload is in place; the clock starts here. */
export interface ReadyRecord {
  readonly kind: 'ready';
  readonly node: string;
  readonly pid: number;
}

/** One write to stdout or stderr, before it is split into lines. */
export interface OutputRecord {
  readonly kind: 'output';
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** An error nobody caught; `handled` if the snippet has a handler of last resort that takes it. */
export interface ErrorRecord {
  readonly kind: 'error';
  /** Empty when what was thrown is not an error; `message` then shows the value. */
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly origin: 'uncaughtException' | 'unhandledRejection';
  readonly handled?: boolean;
}

/** The child reached its own cap and stopped: nothing after this is known. */
export interface CapRecord {
  readonly kind: 'cap';
  readonly limit: 'lines' | 'bytes';
}

/** The snippet began to read its standard input, which never brings anything. */
export interface StdinRecord {
  readonly kind: 'stdin';
}

/** The process begins to exit. Its handlers may still change the code. */
export interface ExitRecord {
  readonly kind: 'exit';
  readonly code: number;
}

/**
 * Child → host, one JSON object a line on the private pipe (fd 3). The tracer adds fields and
 * kinds to this; a host ignores kinds it does not know.
 */
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

/** An error nobody caught. If a handler takes it after all, an `ErrorRecord` with `handled` follows. */
export interface ErrorRecord {
  readonly kind: 'error';
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

export interface ExitRecord {
  readonly kind: 'exit';
  readonly code: number;
}

import type { ErrorOrigin, TraceEvent, WritePlace } from '../trace/trace-event.ts';

/**
 * What the host and the code inside the child agree on. Records go child → host, one JSON object
 * a line on the private pipe; empty lines mean nothing (every record starts with a line break, so
 * that garbage before it costs only itself). A host ignores kinds it does not know.
 */
export const recordFd = 3;

/**
 * The gate: the child says that it waits with `waitingLine`, and the host lets it through with one
 * line of JSON, a `Release`. When the host closes it instead, the child ends.
 */
export const gateFd = 4;
export const waitingLine = 'waiting';

/** Carries `ChildStart` as JSON; the preload deletes it before the snippet can see it. */
export const childVariable = 'LOOPWISE_CHILD';

export interface ChildStart {
  /** The run's private folder, which the child removes if the host goes before the run. */
  readonly folder: string;
  /** There is time to prepare: the program comes later. */
  readonly warm: boolean;
}

export interface Release extends ChildSettings {
  /** The program, as `process.argv` names it. */
  readonly file: string;
  /** The working folder, unless it is the private one. */
  readonly folder?: string;
  /** What `process.argv` has after the program. */
  readonly args?: readonly string[];
  /** Set on top of the environment that the child was started with. */
  readonly env?: Readonly<Record<string, string>>;
  /** What Node is to load in place of the text of some files; it must have `registerHooks`. */
  readonly texts?: readonly StandInText[];
  /**
   * What becomes JavaScript before Node sees it: `all` TypeScript that the program loads, or the files
   * that have more than types. Needs `registerHooks` too.
   */
  readonly typescript?: 'transformed' | 'all';
  /** Someone types what is read from standard input, as on a terminal. */
  readonly typed?: boolean;
}

/** Text that is loaded in place of what a file holds on disk. */
export interface StandInText {
  /** Absolute. A file that is reached through links is known by its real path too. */
  readonly path: string;
  readonly text: string;
  /** How the text is loaded where Node would look at the text on disk to find out. */
  readonly kind?: 'cjs' | 'mjs';
  /** It is JavaScript of that kind, whatever the file's name says. */
  readonly compiled?: boolean;
}

/** The child keeps these limits itself: a synchronous flood never lets the host's own cap act. */
export interface ChildSettings {
  readonly lines: number;
  /** Bytes of output, UTF-8. */
  readonly bytes: number;
  /** Whether the callbacks of the run are recorded. */
  readonly trace?: boolean;
}

export type ChildRecord =
  ReadyRecord | OutputRecord | ErrorRecord | CapRecord | StdinRecord | ExitRecord | TraceRecord;

/** The preload is in place; the clock starts here. */
export interface ReadyRecord {
  readonly kind: 'ready';
  readonly node: string;
  readonly pid: number;
}

/** One write to stdout or stderr, before it is split into lines. */
export interface OutputRecord extends WritePlace {
  readonly kind: 'output';
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** A character has begun after it whose other bytes were not written yet. */
  readonly half?: boolean;
}

/** An error nobody caught; `handled` if the snippet has a handler of last resort that takes it. */
export interface ErrorRecord {
  readonly kind: 'error';
  /** Empty when what was thrown is not an error; `message` then shows the value. */
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly origin: ErrorOrigin;
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

/** What async_hooks told since the last record, in order. */
export interface TraceRecord {
  readonly kind: 'trace';
  readonly events: readonly TraceEvent[];
}

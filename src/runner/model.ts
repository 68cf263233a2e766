import type { ModuleKind, Permission } from '../bank/model.ts';
import type { OutputLine } from '../order/output.ts';
import type { Trace } from '../trace/model.ts';
import type { WritePlace } from '../trace/trace-event.ts';
import type { Coverage } from '../program/coverage.ts';
import type { StandInText } from './protocol.ts';

/** A Node.js that can run snippets. */
export interface Runtime {
  readonly path: string;
  /** Without the `v`: `24.21.0`. */
  readonly version: string;
  readonly origin: RuntimeOrigin;
  /** VS Code's own Electron, started with `ELECTRON_RUN_AS_NODE=1`. */
  readonly electron: boolean;
}

/** `path` also stands for the system's usual folders, which an editor's own `PATH` may lack. */
export type RuntimeOrigin =
  'setting' | 'path' | 'nvm' | 'fnm' | 'volta' | 'asdf' | 'mise' | 'n' | 'editor';

/** What a run may use; reaching one ends it. */
export interface Limits {
  /** Milliseconds from the moment the snippet starts. */
  readonly timeMs: number;
  readonly lines: number;
  /** Bytes of output, UTF-8. */
  readonly bytes: number;
  /** Megabytes, for the heap and for resident memory beyond a fresh Node's own share. */
  readonly memoryMb: number;
}

/** What a run executes: files written into its private folder, or a file of the user's where it is. */
export interface RunnableProgram {
  /** The text of the entry. */
  readonly code: string;
  /** How Node loads the entry. */
  readonly kind: ModuleKind;
  /** The entry's path in the private folder; `snippet.cjs` or `snippet.mjs` without it. */
  readonly entry?: string;
  /** Other files in the private folder: modules that the entry imports, a `package.json`, data. */
  readonly files?: readonly ProgramFile[];
  /** Nothing is written then: Node loads the user's own file. */
  readonly place?: ProgramLocation;
}

/** A file in the run's private folder. */
export interface ProgramFile {
  /** Relative to the folder, with `/`: `lib/cache.js`. */
  readonly path: string;
  readonly text: string;
}

/** Where a program of the user's is, and runs. */
export interface ProgramLocation {
  /** The entry's absolute path. */
  readonly file: string;
  /** The absolute path of the working folder. */
  readonly folder: string;
  /** What is loaded in place of what files hold on disk: editors' unsaved text, a selection. */
  readonly texts: readonly StandInText[];
  /**
   * The program loads no file and doesn't ask where it is, so that a copy of it does the same. Node.js
   * versions without `module.registerHooks` run a copy then, and nothing else that is not saved.
   */
  readonly movable: boolean;
}

export interface RunRequest extends RunnableProgram {
  /** What `process.argv` has after the program. */
  readonly args?: readonly string[];
  /**
   * Set on top of the environment that every run gets, before the program begins. What Node itself
   * reads while it starts (`NODE_OPTIONS`, `NODE_PATH`) comes too late for the program and
   * reaches its child processes alone.
   */
  readonly env?: Readonly<Record<string, string>>;
  readonly limits?: Partial<Limits>;
  /** Whether the run is recorded; it is unless this says `false`. Recording shifts the odds of races. */
  readonly trace?: boolean;
  /**
   * Asks V8 which lines run. That shifts the odds of races, so such a run neither judges nor counts; it is
   * not recorded.
   */
  readonly coverage?: true;
  /**
   * What the code may use beyond plain computing, on a Node that can forbid the rest. Nothing is
   * forbidden when this is absent.
   */
  readonly permissions?: readonly Permission[];
  /** Aborting ends the run and everything it started. */
  readonly signal?: AbortSignal;
  /** Called for each line as it arrives; with the place of the write that completed it in a run that is recorded. */
  readonly onLine?: (line: OutputLine, place?: WritePlace) => void;
  /**
   * Called with all that is written, as it arrives, also where no line break follows: a prompt. What goes around
   * `process.stdout` and `process.stderr` is not among it.
   */
  readonly onText?: (written: WrittenText) => void;
  /**
   * Called once, when the program begins to read its standard input, with what is to be read. Until that has
   * ended, time is not limited: nobody can tell how long someone thinks. Without this, nothing ever arrives there.
   */
  readonly onRead?: (input: StandardInput) => void;
}

/** A piece of output, in no way made of whole lines. */
export interface WrittenText {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** What a running program reads. Both do nothing once the run is over. */
export interface StandardInput {
  write(text: string): void;
  /** Nothing more follows; the limit on time counts from here on. */
  end(): void;
}

export interface RunResult {
  readonly runtime: Runtime;
  /** All that was shown, in true order across stdout and stderr, `uncaught` and `exit` included. */
  readonly lines: readonly OutputLine[];
  readonly ended: Ended;
  /**
   * Some lines went around `process.stdout` and `process.stderr` (a child process that inherited
   * them): their place against the other stream is a guess, and `onLine` was not called for them.
   */
  readonly hasUnrecorded?: boolean;
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly error?: RunError;
  /** It is a file of the user's that ran where it is. */
  readonly inPlace?: true;
  /** The snippet was reading standard input when it was ended. */
  readonly waitedForInput: boolean;
  /** Present when the run was recorded and the recorder was not put out of action. */
  readonly trace?: Trace;
  /** Of a run that asked for it, and that Node.js itself brought to its end. */
  readonly coverage?: Coverage;
  /** Milliseconds from the request to the first line (absent without one) and to the end. */
  readonly firstLineMs?: number;
  readonly durationMs: number;
}

/** `exit`: it ended by itself, whatever the code. Everything else cut the output short. */
export type Ended = 'exit' | 'time' | 'lines' | 'bytes' | 'memory' | 'cancelled';

/**
 * The error that ended the program; also Node's warning about a module that awaits for ever, which
 * has no `uncaught` line. Lines and columns count from 1, in the entry's file. `name` is
 * empty when something was thrown that is no error; `message` shows it.
 */
export interface RunError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly line?: number;
  readonly column?: number;
  /** The code could not even be parsed. */
  readonly syntax: boolean;
}

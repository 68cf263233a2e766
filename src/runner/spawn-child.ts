import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex, Readable, Writable } from 'node:stream';
import type { Permission } from '../bank/model.ts';
import { childEnvironment, temporaryVariables } from './child-environment.ts';
import { CannotRunError, errorCode } from './errors.ts';
import type { Limits, RunRequest, Runtime } from './model.ts';
import { permissionFlags } from './permission-flags.ts';
import type { PrivateFolder } from './private-folder.ts';
import { childVariable, gateFd, recordFd } from './protocol.ts';
import type { ChildStart } from './protocol.ts';

/** A Node that runs the snippet, in a process group of its own. */
export interface Child {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly records: Readable;
  /** See `gateFd`. */
  readonly gate: Duplex;
}

/** All that has to be known when the process starts. */
export interface ChildKind {
  readonly runtime: Runtime;
  readonly memoryMb: number;
  /** As in `RunRequest`. */
  readonly permissions: readonly Permission[] | undefined;
  /** See `RunRequest`. */
  readonly coverage?: true;
  /** The folder for temporary files, below which the private folder is. */
  readonly parent: string;
}

export function childKind(
  { permissions, coverage }: Pick<RunRequest, 'permissions' | 'coverage'>,
  runtime: Runtime,
  { memoryMb }: Pick<Limits, 'memoryMb'>,
): ChildKind {
  return {
    ...{ runtime, memoryMb: Math.round(memoryMb), permissions, parent: tmpdir() },
    ...(coverage && { coverage }),
  };
}

/** Whether a child of one kind can do the run of the other. */
export function sameKind(one: ChildKind, other: ChildKind): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ runtime: { path, version, electron }, memoryMb, permissions, parent }: ChildKind) {
  const declared = permissions === undefined ? null : [...permissions].sort();
  return JSON.stringify([path, version, electron, memoryMb, declared, parent]);
}

/**
 * Starts a Node that comes to a halt at its gate. Its standard input is a pipe that stays open and
 * brings nothing.
 * @param warm whether it is expected to wait there for a while
 * @param childFolder where the build put the preload
 * @throws CannotRunError with reason `runtime`
 */
export async function spawnChild(
  kind: ChildKind,
  folder: PrivateFolder,
  { warm, childFolder }: { readonly warm: boolean; readonly childFolder: string },
): Promise<Child> {
  const { runtime } = kind;
  const start: ChildStart = { folder: folder.path, warm };
  try {
    const child = spawn(runtime.path, nodeArguments(kind, folder, childFolder), {
      cwd: folder.work,
      env: {
        ...childEnvironment(process.env, runtime),
        ...temporaryVariables(folder.temporary),
        [childVariable]: JSON.stringify(start),
        // Node.js hands its own on to each child that has none: an `undefined` keeps it from doing so.
        NODE_V8_COVERAGE: kind.coverage && coverageFolder(folder),
      },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
      shell: false,
    });
    await started(child);
    return toChild(child);
  } catch (error) {
    throw new CannotRunError('runtime', explain(runtime, error), error);
  }
}

/** Where Node.js writes what V8 tells of a run. */
export const coverageFolder = ({ path }: PrivateFolder): string => join(path, 'coverage');

function nodeArguments(
  { runtime, memoryMb, permissions }: ChildKind,
  { path, work, temporary, entry }: PrivateFolder,
  childFolder: string,
): string[] {
  const preload = join(childFolder, 'preload.child.cjs');
  const permitted = { folder: path, writable: [work, temporary], preload };
  return [
    `--max-old-space-size=${memoryMb}`,
    ...(permissions ? permissionFlags(runtime, permissions, permitted) : []),
    '--require',
    preload,
    entry,
  ];
}

function started(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    // Stays on: a failed `kill` is reported as an error too.
    child.on('error', reject);
    child.once('spawn', resolve);
  });
}

function toChild(child: ChildProcess): Child {
  const { pid, stdin, stdout, stderr } = child;
  const records = child.stdio[recordFd] as Readable | null | undefined;
  const gate = child.stdio[gateFd] as Duplex | null | undefined;
  if (pid === undefined || !stdin || !stdout || !stderr || !records || !gate) {
    throw new Error('a pipe is missing');
  }
  const streams = [stdout, stderr, records, gate];
  for (const stream of streams) stream.setEncoding('utf8');
  // A pipe that breaks because the child ended is no news.
  for (const stream of [stdin, ...streams]) stream.on('error', () => undefined);
  return { process: child, pid, stdin, stdout, stderr, records, gate };
}

function explain({ path }: Runtime, error: unknown): string {
  const code = errorCode(error);
  switch (code) {
    case 'ENOENT':
      return `Node.js could not be started: ${path} no longer exists. Set "loopwise.node.path", or leave it empty to use another Node.js.`;
    case 'EACCES':
    case 'EPERM':
      return `Node.js could not be started: ${path} may not be run (${code}). Make it executable, or set "loopwise.node.path" to another one.`;
    case 'EMFILE':
    case 'ENFILE':
    case 'EAGAIN':
    case 'ENOMEM':
      return `Node.js could not be started: this machine has no room for another process (${code}). Close some programs and try again.`;
    case undefined:
    default:
      return `Node.js could not be started: ${path} (${error instanceof Error ? error.message : String(error)}).`;
  }
}

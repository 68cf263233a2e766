import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { childEnvironment, temporaryVariables } from './child-environment.ts';
import { CannotRunError, errorCode } from './errors.ts';
import type { Limits, Runtime } from './model.ts';
import type { PrivateFolder } from './private-folder.ts';
import { recordFd, settingsVariable } from './protocol.ts';
import type { ChildSettings } from './protocol.ts';

/** A Node that runs the snippet, in a process group of its own. */
export interface Child {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly records: Readable;
}

/**
 * Starts the snippet. Its standard input is a pipe that stays open and brings nothing.
 * @param childFolder where the build put the preload
 * @throws CannotRunError with reason `runtime`
 */
export async function spawnChild(
  runtime: Runtime,
  folder: PrivateFolder,
  limits: Limits,
  childFolder: string,
  trace: boolean,
): Promise<Child> {
  const settings: ChildSettings = { lines: limits.lines, bytes: limits.bytes, trace };
  const args = [
    `--max-old-space-size=${Math.round(limits.memoryMb)}`,
    '--require',
    join(childFolder, 'preload.child.cjs'),
    folder.file,
  ];
  try {
    const child = spawn(runtime.path, args, {
      cwd: folder.work,
      env: {
        ...childEnvironment(process.env, runtime),
        ...temporaryVariables(folder.temporary),
        [settingsVariable]: JSON.stringify(settings),
      },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
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
  if (pid === undefined || !stdin || !stdout || !stderr || !records) {
    throw new Error('a pipe is missing');
  }
  const streams = [stdout, stderr, records];
  for (const stream of streams) stream.setEncoding('utf8');
  // A pipe that breaks because the child ended is no news.
  for (const stream of [stdin, ...streams]) stream.on('error', () => undefined);
  return { process: child, pid, stdout, stderr, records };
}

function explain({ path }: Runtime, error: unknown): string {
  const code = errorCode(error);
  switch (code) {
    case 'ENOENT':
      return `Node.js could not be started: ${path} is not there any more. Set "loopwise.node.path", or leave it empty to use another Node.js.`;
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

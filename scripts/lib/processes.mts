import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import type { ChildProcess, SpawnOptions } from 'node:child_process';

const running = new Set<ChildProcess>();
const cleanups = new Set<() => void>();
let watching = false;

/** Starts a program in a process group of its own, so that ending it ends all it started. */
export function start(program: string, args: readonly string[], options: SpawnOptions = {}) {
  endAllOnExit();
  const child = spawn(program, args, {
    stdio: 'inherit',
    windowsHide: true,
    detached: process.platform !== 'win32',
    ...options,
  });
  running.add(child);
  // `exit`, not `close`: a grandchild that keeps a pipe open must not keep us waiting.
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end.
 * @returns its exit code
 */
export function run(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<number> {
  return exitCode(start(program, args, options));
}

/** @returns a signal counts as 128 plus its number */
export function exitCode(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    );
  });
}

/**
 * Runs a program and keeps what it printed.
 * @returns output: both streams, in order of arrival
 */
export function capture(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<{ code: number; output: string }> {
  const child = start(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * The same for a program that runs beside others: what it printed follows in one piece once it is over.
 * @returns its exit code
 */
export async function runBeside(
  program: string,
  args: readonly string[],
  options: SpawnOptions,
): Promise<number> {
  const { code, output } = await capture(program, args, options);
  if (output.trim() !== '') console.log(output.trimEnd());
  return code;
}

/** Ends a program and all that it started. */
export async function end(child: ChildProcess) {
  const over = child.exitCode !== null || child.signalCode !== null;
  const exited = over ? undefined : new Promise((resolve) => child.once('exit', resolve));
  endNow(child);
  await exited;
}

/**
 * Runs when this process ends in whatever way, Ctrl+C included; must be synchronous.
 * @returns takes it off again
 */
export function onEnd(cleanup: () => void): () => void {
  endAllOnExit();
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

function endNow(child: ChildProcess) {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    // The group may outlive its leader, so it is signalled even when the leader has exited.
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}

function endAllOnExit() {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const child of running) endNow(child);
    for (const cleanup of cleanups) cleanup();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

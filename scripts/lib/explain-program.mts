import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { RunRequest, RunResult, Runtime } from '../../src/runner/model.ts';
import { runSnippet } from '../../src/runner/run-snippet.ts';
import { buildChild } from '../../test/unit/runner/build-child.ts';
import { ensureNodes } from '../nodes.mts';
import type { Major } from '../nodes.mts';
import { majors } from './versions.mts';

/** For the person who typed the command: the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError when it is not one of the supported majors */
export function toMajor(text: string): Major {
  const major = majors.find((known) => known === text);
  if (major) return major;
  throw new UsageError(`Node ${text} is not supported. Choose one of ${majors.join(', ')}.`);
}

/** @throws UsageError when the file can't be read */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'it does not exist' : String(code ?? error);
    throw new UsageError(`Couldn't read ${file}: ${reason}.`);
  }
}

/** Runs programs on one Node, recorded as the pages record them. */
export interface Programs {
  readonly version: string;
  run(program: Pick<RunRequest, 'code' | 'kind' | 'trace'>): Promise<RunResult>;
  remove(): Promise<void>;
}

export async function openPrograms(
  major: Major,
  options: { trace?: boolean } = {},
): Promise<Programs> {
  const [{ [major]: path }, child] = await Promise.all([ensureNodes(), buildChild()]);
  const { stdout } = await promisify(execFile)(path, ['--version']);
  const version = stdout.trim().replace(/^v/, '');
  const runtime: Runtime = { path, version, origin: 'setting', electron: false };
  return {
    version,
    run: ({ code, kind, trace = true }) =>
      runSnippet({ code, kind, trace, ...options }, runtime, child),
    remove: () => child.remove(),
  };
}

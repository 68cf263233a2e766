import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ModuleKind } from '../bank/model.ts';
import { CannotRunError, errorCode } from './errors.ts';

/** A fresh folder for one run, readable by this user alone. */
export interface PrivateFolder {
  /** Real path, without symbolic links: as the child sees it. */
  readonly path: string;
  /** Where the snippet stands and runs. */
  readonly work: string;
  /** The child's own folder for temporary files, removed with the rest. */
  readonly temporary: string;
  readonly file: string;
  remove(): Promise<void>;
}

/** @throws CannotRunError with reason `folder` */
export async function createPrivateFolder(code: string, kind: ModuleKind): Promise<PrivateFolder> {
  const parent = tmpdir();
  let path: string | undefined;
  try {
    path = await realpath(await mkdtemp(join(parent, 'loopwise-')));
    const work = join(path, 'run');
    const temporary = join(path, 'tmp');
    const file = join(work, `snippet.${kind}`);
    await Promise.all([mkdir(work, { mode: 0o700 }), mkdir(temporary, { mode: 0o700 })]);
    await writeFile(file, code, { mode: 0o600 });
    const folder = path;
    return { path, work, temporary, file, remove: () => remove(folder) };
  } catch (error) {
    if (path !== undefined) await remove(path).catch(() => undefined);
    throw new CannotRunError('folder', explain(parent, error), error);
  }
}

/** On Windows, files of a process that has just ended stay locked for a moment. */
async function remove(path: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
  try {
    await rm(path, options);
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error;
    // The snippet took the rights from its own folders.
    for (const folder of ['', 'run', 'tmp'])
      await chmod(join(path, folder), 0o700).catch(() => undefined);
    await rm(path, options);
  }
}

function explain(parent: string, error: unknown): string {
  const code = errorCode(error) ?? (error instanceof Error ? error.message : 'unknown error');
  return `The snippet could not be written to the folder for temporary files, ${parent} (${code}). ${advice(code)}`;
}

function advice(code: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full: free some space and try again.';
    case 'EMFILE':
    case 'ENFILE':
      return 'Too many files are open: close some programs or reload the window and try again.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'Make that folder writable, or start VS Code with TMPDIR (TEMP on Windows) naming another one.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'Create that folder, or start VS Code with TMPDIR (TEMP on Windows) naming another one.';
    default:
      return 'Check that folder and try again.';
  }
}

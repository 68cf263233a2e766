import { rmSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ModuleKind } from '../bank/model.ts';
import { CannotRunError, errorCode } from './errors.ts';

/** A fresh folder for one run, readable by this user alone. */
export interface PrivateFolder {
  /** Real path, without symbolic links: as the child sees it. */
  readonly path: string;
  /** Where the snippet will stand and run. */
  readonly work: string;
  /** The child's own folder for temporary files, removed with the rest. */
  readonly temporary: string;
  /**
   * What Node is told to run before the file's ending is known: a folder that names the file, so
   * that Node itself comes to the snippet's real path.
   */
  readonly entry: string;
  /**
   * Puts the snippet into its place. At once: each way to the thread pool and back takes longer
   * than it takes to write these few bytes, and somebody waits for them.
   * @returns its path
   * @throws CannotRunError with reason `folder`
   */
  write(code: string, kind: ModuleKind): string;
  remove(): Promise<void>;
  /** For a process that is about to end. */
  removeSync(): void;
}

/** @throws CannotRunError with reason `folder` */
export async function createPrivateFolder(): Promise<PrivateFolder> {
  const parent = tmpdir();
  let path: string | undefined;
  try {
    path = await realpath(await mkdtemp(join(parent, 'loopwise-')));
    const folder = at(path);
    const { work, temporary, entry } = folder;
    await Promise.all([work, temporary, entry].map((each) => mkdir(each, { mode: 0o700 })));
    return folder;
  } catch (error) {
    if (path !== undefined) await remove(path).catch(() => undefined);
    throw new CannotRunError('folder', explain(parent, error), error);
  }
}

function at(path: string): PrivateFolder {
  const work = join(path, 'run');
  const entry = join(path, 'entry');
  return {
    path,
    work,
    temporary: join(path, 'tmp'),
    entry,
    write(code, kind) {
      const name = `snippet.${kind}`;
      const file = join(work, name);
      try {
        writeFileSync(file, code, { mode: 0o600 });
        writeFileSync(join(entry, 'package.json'), JSON.stringify({ main: `../run/${name}` }));
      } catch (error) {
        throw new CannotRunError('folder', explain(dirname(path), error), error);
      }
      return file;
    },
    remove: () => remove(path),
    removeSync() {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** On Windows, files of a process that has just ended stay locked for a moment. */
async function remove(path: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
  try {
    await rm(path, options);
  } catch (error) {
    if (errorCode(error) !== 'EACCES') throw error;
    await takeBack(path);
    await rm(path, options);
  }
}

/** The snippet may have taken the rights from its own folders. Links lead elsewhere. */
async function takeBack(folder: string): Promise<void> {
  await chmod(folder, 0o700).catch(() => undefined);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.isDirectory()) await takeBack(join(folder, entry.name));
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

import { rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
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
   * Puts the snippet into its place.
   * @returns its path
   * @throws CannotRunError with reason `folder`
   */
  write(code: string, kind: ModuleKind): Promise<string>;
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
    async write(code, kind) {
      const name = `snippet.${kind}`;
      const file = join(work, name);
      try {
        await Promise.all([
          writeFile(file, code, { mode: 0o600 }),
          writeFile(join(entry, 'package.json'), JSON.stringify({ main: `../run/${name}` })),
        ]);
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
    // The snippet took the rights from its own folders.
    for (const folder of ['', 'run', 'tmp', 'entry'])
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

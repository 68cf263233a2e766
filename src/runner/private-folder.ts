import { randomInt } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { chmod, mkdir, readdir, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, sep } from 'node:path';
import { CannotRunError, errorCode } from './errors.ts';
import type { RunnableProgram } from './model.ts';
import { guardFolder } from './orphan-guard.ts';
import type { Guarded } from './orphan-guard.ts';

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
   * Puts a program into its place and has the entry folder name it; the user's own file only gets
   * named. Synchronous: each way to the thread pool and back takes longer than it takes to write
   * these few bytes, and somebody waits for them.
   * @returns the entry's path
   * @throws CannotRunError with reason `folder`; TypeError for a path that leads out of the folder
   */
  write(program: RunnableProgram): string;
  /** Ends that process too if this one is killed; 0 for none. */
  guard(pid: number): void;
  remove(): Promise<void>;
  /** For a process that is about to end. */
  removeSync(): void;
}

/** @throws CannotRunError with reason `folder` */
export async function createPrivateFolder(): Promise<PrivateFolder> {
  const parent = tmpdir();
  let folder: PrivateFolder | undefined;
  try {
    folder = await freshFolder(await realpath(parent));
    const { work, temporary, entry } = folder;
    await Promise.all([work, temporary, entry].map((each) => mkdir(each, { mode: 0o700 })));
    return folder;
  } catch (error) {
    await folder?.remove().catch(() => undefined);
    throw notWritten(parent, error);
  }
}

/** The guard hears of it first: it must know whatever there is if this process is killed. */
async function freshFolder(parent: string): Promise<PrivateFolder> {
  for (;;) {
    const path = join(parent, `loopwise-${randomName()}`);
    const guarded = guardFolder(path);
    try {
      await mkdir(path, { mode: 0o700 });
      return at(path, guarded);
    } catch (error) {
      guarded.over();
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

const randomName = () =>
  Array.from({ length: 6 }, () => characters[randomInt(characters.length)]).join('');

function at(path: string, guarded: Guarded): PrivateFolder {
  const whereabouts = follow(path);
  const work = join(path, 'run');
  const temporary = join(path, 'tmp');
  const entry = join(path, 'entry');
  const own: string[] = [];
  return {
    path,
    work,
    temporary,
    entry,
    write({ code, kind, entry: name = `snippet.${kind}`, files = [], place }) {
      const main = place?.file ?? inside(work, name);
      const written = place ? [] : [...files, { path: name, text: code }];
      const targets = written.map(({ path, text }) => ({ file: inside(work, path), text }));
      try {
        for (const { file, text } of targets) {
          own.push(file);
          if (dirname(file) !== work) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
          writeFileSync(file, text, { mode: 0o600 });
        }
        const named = join(entry, 'package.json');
        own.push(named);
        writeFileSync(named, JSON.stringify({ main }));
      } catch (error) {
        throw notWritten(dirname(path), error);
      }
      return main;
    },
    guard: (pid) => guarded.process(pid),
    async remove() {
      const moved = whereabouts.end();
      try {
        if (moved === path && removedFew(own, [work, temporary, entry, path])) return;
        for (const each of new Set([path, moved])) await remove(each);
      } finally {
        guarded.over();
      }
    },
    removeSync() {
      whereabouts.end();
      try {
        rmSync(path, { recursive: true, force: true });
      } finally {
        guarded.over();
      }
    },
  };
}

/** Paths of a program's files come from packs, too: none leads out of its folder. */
function inside(folder: string, path: string): string {
  const file = join(folder, path);
  const isFileIn = file.startsWith(folder + sep) && !file.endsWith(sep) && !isAbsolute(path);
  if (!isFileIn) throw new TypeError(`"${path}" is not a file in the program's folder.`);
  return file;
}

/**
 * Keeps sight of a folder that the snippet may rename. Only Linux tells where an open one is.
 * @returns to be called once: where the folder is now
 */
function follow(path: string): { end(): string } {
  if (process.platform !== 'linux') return { end: () => path };
  let fd: number | undefined = openSync(path, 'r');
  return {
    end() {
      if (fd === undefined) return path;
      const now = readlinkSync(`/proc/self/fd/${fd}`);
      closeSync(fd);
      fd = undefined;
      return now.endsWith(' (deleted)') ? path : now;
    },
  };
}

/** So many files are removed faster than the thread pool is asked to. */
const few = 4;

/**
 * Nearly every run leaves the files that it was given, and no other.
 * @returns whether nothing is left
 */
function removedFew(files: readonly string[], folders: readonly string[]): boolean {
  if (files.length > few) return false;
  try {
    files.forEach((file) => unlinkSync(file));
    folders.forEach((folder) => rmdirSync(folder));
    return true;
  } catch {
    // There is more, or it is not where it was.
    return false;
  }
}

/** On Windows, files of a process that has just ended stay locked for a moment. */
async function remove(path: string): Promise<void> {
  const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
  try {
    await rm(path, options);
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'EACCES' && code !== 'ENAMETOOLONG') throw error;
    await takeBack(path);
    if (code === 'ENAMETOOLONG') await makeShallow(path);
    await rm(path, options);
  }
}

/** Well below the longest path that systems take (1,024 on macOS), with room for a name. */
const longPath = 600;

/** Moves folders that are deep below up to the top, until no path within is too long. */
async function makeShallow(top: string): Promise<void> {
  let moved = 0;
  const look = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isDirectory()) continue;
      const path = join(folder, entry.name);
      if (path.length < top.length + longPath) {
        await look(path);
        continue;
      }
      const higher = join(top, `deep-${moved++}`);
      await rename(path, higher);
      await chmod(higher, 0o700).catch(() => undefined);
      await look(higher);
    }
  };
  await look(top);
}

/** The snippet may have taken the rights from its own folders. Links lead elsewhere. */
async function takeBack(folder: string): Promise<void> {
  await chmod(folder, 0o700).catch(() => undefined);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (entry.isDirectory()) await takeBack(join(folder, entry.name));
  }
}

function notWritten(folder: string, cause: unknown): CannotRunError {
  const code = errorCode(cause) ?? (cause instanceof Error ? cause.message : String(cause));
  return new CannotRunError({ reason: 'folder', folder, code }, { cause });
}

import type { Dirent } from 'node:fs';
import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { parse } from 'node:path';
import { compileBank } from './compile-bank.ts';
import type { BankFiles, BankParser } from './compile-bank.ts';
import { limits } from './limits.ts';
import type { Mistake } from './mistake.ts';
import { byPlace } from './mistake.ts';
import type { Bank } from './model.ts';
import type { DiagramFile } from './parse-diagram.ts';
import type { QuestionFile } from './parse-question.ts';
import type { SnippetFile } from './parse-snippet.ts';
import type { TopicFile } from './parse-topic.ts';

export type { Mistake } from './mistake.ts';

/**
 * Reads and checks a folder of topics; whatever has no mistake is in the bank. Topics are folders
 * with a `topic.yml` or with Markdown files; anything else in the folder is passed over.
 */
export async function loadBankFolder(
  folder: string,
  options: BankFolderOptions = {},
): Promise<{ readonly bank: Bank; readonly mistakes: readonly Mistake[] }> {
  const found = new FoundFiles(options.textOf, options.readFile);
  for (const entry of await found.list(folder)) {
    if (entry.isDirectory()) await readTopic(`${folder}/${entry.name}`, entry.name, found);
  }
  const { bank, mistakes } = compileBank(found, options.outside, options.parser);
  return { bank, mistakes: [...found.mistakes, ...mistakes].sort(byPlace) };
}

export interface BankFolderOptions {
  /** See `compileBank`. */
  readonly outside?: (id: string) => boolean;
  readonly parser?: BankParser;
  /** What an editor holds and has not saved, by the file's path. */
  readonly textOf?: (file: string) => string | undefined;
  /** How a file is read from disk; `readStart` unless told otherwise. */
  readonly readFile?: (file: string) => string;
}

async function readTopic(folder: string, id: string, found: FoundFiles): Promise<void> {
  const entries = await found.list(folder);
  const files = entries.filter((entry) => entry.isFile());
  const file = `${folder}/topic.yml`;
  const named = files.some(({ name }) => name === 'topic.yml');
  if (!named && !files.some(({ name }) => name.endsWith('.md'))) return;
  found.topics.push({ id, file, ...(named ? { text: found.read(file) } : {}) });
  for (const { name } of files) {
    if (name === 'topic.yml') continue;
    const path = `${folder}/${name}`;
    const { name: question, ext } = parse(name);
    if (ext === '.md') {
      found.questions.push({ file: path, topic: id, id: question, text: found.read(path) });
    } else {
      found.mistakes.push(
        strange(path, 'Here stand `topic.yml`, questions and their folders only.'),
      );
    }
  }
  for (const entry of entries) {
    if (entry.isDirectory())
      await readQuestionFolder(`${folder}/${entry.name}`, id, entry.name, found);
  }
}

async function readQuestionFolder(
  folder: string,
  topic: string,
  question: string,
  found: FoundFiles,
): Promise<void> {
  for (const entry of await found.list(folder)) {
    const file = `${folder}/${entry.name}`;
    const { name, ext } = parse(entry.name);
    if (entry.isFile() && (ext === '.cjs' || ext === '.mjs')) {
      const kind = ext === '.cjs' ? 'cjs' : 'mjs';
      found.snippets.push({ file, topic, question, name, kind, text: found.read(file) });
    } else if (entry.isFile() && ext === '.svg') {
      found.diagrams.push({ file, topic, question, name, text: found.read(file) });
    } else {
      found.mistakes.push(
        strange(file, "In a question's folder stand `.cjs`, `.mjs` and `.svg` files only."),
      );
    }
  }
}

/**
 * Of a file that is too long, only as much is read as shows that it is. A bank is read by a build or a
 * thread of its own, where nothing else waits: for small files that takes a quarter of the time of promises, and
 * leaves Node's thread pool to the others in its process.
 */
export function readStart(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    // A character has three bytes at most for each of the units that lengths are counted in.
    const buffer = Buffer.allocUnsafe(Math.min(size, 3 * (limits.fileLength + 1)));
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(handle, buffer, length, buffer.length - length, length);
    }
    return buffer.toString('utf8', 0, length);
  } finally {
    closeSync(handle);
  }
}

/** A file system may count in steps of two seconds: what was written just now may change unseen. */
const settledMs = 3000;

/**
 * Reads like `readStart`, but a file that hasn't changed since it was last read is not opened again:
 * `stat` is one call where opening, measuring, reading and closing are four or more. Its size, both its
 * times, device and inode must be the same, and it must not have been written just before it was read.
 * @param now the time in milliseconds
 */
export function createFileMemory(
  read: (file: string) => string = readStart,
  now: () => number = Date.now,
): (file: string) => string {
  const known = new Map<string, { readonly mark: string; readonly text: string }>();
  return (file) => {
    const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs, mtimeMs } = statSync(file, {
      bigint: true,
    });
    const mark = [dev, ino, size, mtimeNs, ctimeNs].join(' ');
    const before = known.get(file);
    if (before?.mark === mark) return before.text;
    const isSettled = now() - Number(ctimeMs > mtimeMs ? ctimeMs : mtimeMs) > settledMs;
    const text = read(file);
    if (isSettled) known.set(file, { mark, text });
    else known.delete(file);
    return text;
  };
}

/** What was read, and what could not be. */
class FoundFiles implements BankFiles {
  readonly topics: TopicFile[] = [];
  readonly questions: QuestionFile[] = [];
  readonly snippets: SnippetFile[] = [];
  readonly diagrams: DiagramFile[] = [];
  readonly mistakes: Mistake[] = [];
  readonly #textOf: (file: string) => string | undefined;
  readonly #readFile: (file: string) => string;

  constructor(
    textOf: BankFolderOptions['textOf'] = () => undefined,
    readFile: BankFolderOptions['readFile'] = readStart,
  ) {
    this.#textOf = textOf;
    this.#readFile = readFile;
  }

  /** Sorted by name, without hidden files. */
  async list(folder: string): Promise<Dirent[]> {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
      this.#unreadable(folder, error, []),
    );
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  read(file: string): string {
    const open = this.#textOf(file);
    if (open !== undefined) return open;
    try {
      return this.#readFile(file);
    } catch (error) {
      return this.#unreadable(file, error, '');
    }
  }

  #unreadable<T>(file: string, error: unknown, instead: T): T {
    const reason = error instanceof Error ? error.message : String(error);
    const advice = 'Check that it exists and that you may read it.';
    this.mistakes.push({ file, line: 1, message: `This cannot be read: ${reason}`, advice });
    return instead;
  }
}

const strange = (file: string, advice: string): Mistake => ({
  file,
  line: 1,
  message: 'This file is not part of the bank',
  advice,
});

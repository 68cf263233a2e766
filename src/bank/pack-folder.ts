import { createFileMemory, loadBankFolder } from './bank-folder.ts';
import { bankParser, unreadFile } from './compile-bank.ts';
import type { BankParser } from './compile-bank.ts';
import { inPack } from './in-pack.ts';
import { lineFeeds } from './line-feeds.ts';
import type { Mistake } from './mistake.ts';
import { byPlace, firstMistakes } from './mistake.ts';
import type { Bank, Pack } from './model.ts';
import { parsePack } from './parse-pack.ts';

/** The file that makes a folder a pack. */
export const packFile = 'pack.yml';

export interface ReadPack {
  /** Absent when `pack.yml` has a mistake: without an id nothing can be kept under it. */
  readonly pack?: Pack;
  /** Under the pack's name; what has a mistake is left out. */
  readonly bank?: Bank;
  readonly mistakes: readonly Mistake[];
}

export interface PackReader {
  /**
   * Reads and checks a pack. Files that did not change since are neither opened nor parsed again.
   * @param texts what an editor holds and has not saved, by path with forward slashes
   */
  read(
    folder: string,
    texts?: ReadonlyMap<string, string>,
    watch?: ReadingWatch,
  ): Promise<ReadPack>;
}

/** Somebody who sees to it that reading comes to an end. Lengths are in characters. */
export interface ReadingWatch {
  /** Whether a file has kept an earlier reader for too long. */
  isLeftOut(file: string, length: number): boolean;
  /** A file is read from disk from now on. */
  reads(): void;
  /** A file is parsed from now on. */
  begins(file: string, length: number): void;
}

const nobody: ReadingWatch = {
  isLeftOut: () => false,
  reads: () => undefined,
  begins: () => undefined,
};

/** @param outside whether Loopwise itself has a question of that id, which links may lead to */
export function createPackReader(outside: (id: string) => boolean): PackReader {
  const parsers = new Map<string, BankParser>();
  const readFile = createFileMemory();
  return {
    async read(folder, texts = new Map(), watch = nobody) {
      const remembered = parsers.get(folder) ?? rememberingParser();
      parsers.set(folder, remembered);
      const parser = watched(remembered, watch);
      const file = `${folder}/${packFile}`;
      const textOf = (path: string): string | undefined => texts.get(path);
      const text = textOf(file) ?? readIfThere(readFile, file);
      const { bank, mistakes } = await loadBankFolder(folder, {
        ...{ outside, parser, textOf },
        readFile(path) {
          watch.reads();
          return readFile(path);
        },
      });
      const { pack, mistakes: own } = parsePack(file, lineFeeds(text));
      const all = firstMistakes([...own, ...mistakes].sort(byPlace));
      return pack ? { pack, bank: inPack(bank, pack), mistakes: all } : { mistakes: all };
    },
  };
}

/** An empty file has the mistakes that say what belongs there. */
function readIfThere(read: (file: string) => string, file: string): string {
  try {
    return read(file);
  } catch {
    return '';
  }
}

function rememberingParser(): BankParser {
  return {
    topic: remembering(bankParser.topic),
    question: remembering(bankParser.question),
    snippet: remembering(bankParser.snippet),
    diagram: remembering(bankParser.diagram),
  };
}

/** Reports each file before it is read, so that a read that never ends can be blamed on one file. */
function watched(
  { topic, question, snippet, diagram }: BankParser,
  watch: ReadingWatch,
): BankParser {
  const beginning =
    <File extends { readonly file: string; readonly text?: string }, Parsed>(
      parse: (file: File) => Parsed,
      unread: (file: File, message: string, advice: string) => Parsed,
    ) =>
    (source: File): Parsed => {
      const { file, text = '' } = source;
      if (watch.isLeftOut(file, text.length)) {
        const advice = 'It is read again when it has changed: write it more simply, or split it.';
        return unread(source, 'Reading this file takes too long, so it is left out', advice);
      }
      watch.begins(file, text.length);
      return parse(source);
    };
  return {
    topic: beginning(topic, unreadFile.topic),
    question: beginning(question, unreadFile.question),
    snippet: beginning(snippet, unreadFile.snippet),
    diagram: beginning(diagram, unreadFile.diagram),
  };
}

function remembering<File extends { readonly file: string; readonly text?: string }, Parsed>(
  parse: (file: File) => Parsed,
): (file: File) => Parsed {
  const known = new Map<string, { readonly text: string | undefined; readonly parsed: Parsed }>();
  return (file) => {
    const before = known.get(file.file);
    if (before && before.text === file.text) return before.parsed;
    const parsed = parse(file);
    known.set(file.file, { text: file.text, parsed });
    return parsed;
  };
}

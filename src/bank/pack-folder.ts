import { loadBankFolder, readStart } from './bank-folder.ts';
import { bankParser } from './compile-bank.ts';
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
   * Reads and checks a pack. Files that did not change since are not parsed again.
   * @param texts what an editor holds and has not saved, by path with forward slashes
   */
  read(folder: string, texts?: ReadonlyMap<string, string>): Promise<ReadPack>;
}

/** @param outside whether Loopwise itself has a question of that id, which links may lead to */
export function createPackReader(outside: (id: string) => boolean): PackReader {
  const parsers = new Map<string, BankParser>();
  return {
    async read(folder, texts = new Map()) {
      const parser = parsers.get(folder) ?? rememberingParser();
      parsers.set(folder, parser);
      const file = `${folder}/${packFile}`;
      const textOf = (path: string): string | undefined => texts.get(path);
      const [text, { bank, mistakes }] = await Promise.all([
        textOf(file) ?? readStart(file).catch(unreadable),
        loadBankFolder(folder, { outside, parser, textOf }),
      ]);
      const { pack, mistakes: own } = parsePack(file, lineFeeds(text));
      const all = firstMistakes([...own, ...mistakes].sort(byPlace));
      return pack ? { pack, bank: inPack(bank, pack), mistakes: all } : { mistakes: all };
    },
  };
}

/** An empty file has the mistakes that say what belongs there. */
const unreadable = (): string => '';

function rememberingParser(): BankParser {
  return {
    topic: remembering(bankParser.topic),
    question: remembering(bankParser.question),
    snippet: remembering(bankParser.snippet),
    diagram: remembering(bankParser.diagram),
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

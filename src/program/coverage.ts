import { tokenizer } from 'acorn';

/** What V8 tells of one script: how often each part of it ran. Places are UTF-16 code units from 0. */
export interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly CoveredRange[] }[];
}

export interface CoveredRange {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** The lines of a file that have code, from 1. */
export interface RanLines {
  readonly ran: readonly number[];
  /** Some of the code on the line ran. */
  readonly partly: readonly number[];
  readonly not: readonly number[];
}

/** What a run with V8's coverage left behind, and what is known of the program. */
export interface CoverageRequest {
  /** Where Node.js wrote its files. */
  readonly folder: string;
  /** The entry's real path, and the text that ran. */
  readonly entry: { readonly path: string; readonly text?: string };
  /** A folder whose files are no part of the program: what runs beside it. */
  readonly without: string;
  /** Texts that were loaded in place of what files hold, by real paths. */
  readonly texts: readonly { readonly path: string; readonly text: string }[];
}

/** Which lines of a program ran, file by file. */
export interface Coverage {
  readonly files: readonly (RanLines & {
    /** Absent for the entry. */
    readonly file?: string;
  })[];
  /** Files whose lines are not known: what ran is not what they hold. */
  readonly unknown: readonly string[];
}

/**
 * Which lines of a script ran. Lines without a word or an operator of their own, a brace that closes a
 * block, are not told of.
 * @param runs of the same text, if it was loaded more than once
 * @returns undefined where the text is not the one that ran
 */
export function ranLines(
  text: string,
  runs: readonly Pick<ScriptCoverage, 'functions'>[],
): RanLines | undefined {
  const length = text.length;
  const isSame = runs.every(({ functions }) => functions[0]?.ranges[0]?.endOffset === length);
  if (runs.length === 0 || !isSame) return undefined;
  const ran = new Uint8Array(length);
  for (const { functions } of runs) {
    const now = new Uint8Array(length);
    // V8 lists outer ranges before those in them.
    for (const { ranges } of functions) {
      for (const { startOffset, endOffset, count } of ranges) {
        now.fill(count > 0 ? 1 : 0, startOffset, endOffset);
      }
    }
    for (let at = 0; at < length; at++) ran[at] ||= now[at] ?? 0;
  }
  return linesOf(text, ran);
}

function linesOf(text: string, ran: Uint8Array): RanLines {
  /** Of each line, how many of its tokens ran, and how many did not. */
  const counts = new Map<number, { ran: number; not: number }>();
  let line = 1;
  let from = 0;
  for (const { start, end } of tokensOf(text)) {
    for (; from < start; from++) if (text[from] === '\n') line++;
    for (let at = start; at < end;) {
      const lineEnd = text.indexOf('\n', at);
      const stop = lineEnd === -1 || lineEnd >= end ? end : lineEnd;
      const count = counts.get(line) ?? { ran: 0, not: 0 };
      counts.set(line, count);
      if (ran[at] === 1) count.ran++;
      else count.not++;
      at = stop;
      if (at < end) {
        line++;
        at++;
      }
    }
    from = end;
  }
  const lines = { ran: [] as number[], partly: [] as number[], not: [] as number[] };
  for (const [at, count] of counts) {
    const kind = count.not === 0 ? 'ran' : count.ran === 0 ? 'not' : 'partly';
    lines[kind].push(at);
  }
  return lines;
}

interface Token {
  readonly start: number;
  readonly end: number;
}

/** Words, values and operators. A text that cannot be taken apart is taken line by line. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  try {
    const options = {
      ecmaVersion: 'latest',
      sourceType: 'module',
      allowHashBang: true,
    } as const;
    for (const { start, end } of tokenizer(text, options)) {
      if (!isPunctuation.test(text.slice(start, Math.min(end, start + 2))))
        tokens.push({ start, end });
    }
    return tokens;
  } catch {
    return [...text.matchAll(/[^\s{}()[\];,](?:.*[^\s{}()[\];,])?/g)].map(({ 0: code, index }) => ({
      start: index,
      end: index + code.length,
    }));
  }
}

const isPunctuation = /^[{}()[\];,`]$/;

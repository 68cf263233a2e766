import { limits } from './limits.ts';

/** One thing an author has to change. Lines and columns count from 1. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** What to write instead, as a sentence. */
  readonly advice: string;
}

/** A place in a file; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column?: number;
}

/** Notes a mistake in the file that is being read. */
export type Report = (at: Position, message: string, advice: string) => void;

/**
 * A `Report` for one file, and the list it fills. Of very many mistakes the first are told, and
 * then that there are more.
 */
export function reportFor(file: string): { readonly report: Report; readonly mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const report: Report = ({ line, column }, message, advice) => {
    if (mistakes.length > limits.mistakesOfFile) return;
    if (mistakes.length === limits.mistakesOfFile) {
      mistakes.push({ file, line, message: 'There are more mistakes in this file', advice: more });
      return;
    }
    mistakes.push({ file, line, ...(column === undefined ? {} : { column }), message, advice });
  };
  return { report, mistakes };
}

const more = 'Correct those that are named; the others are shown then.';

/** As many mistakes of a whole bank as anybody reads; the last one says that there are more. */
export function firstMistakes(mistakes: readonly Mistake[]): readonly Mistake[] {
  const next = mistakes[limits.mistakesOfBank];
  if (!next) return mistakes;
  const count = mistakes.length - limits.mistakesOfBank;
  const message = `There are ${count} more mistakes, from this file on`;
  const told = { file: next.file, line: next.line, message, advice: more };
  return [...mistakes.slice(0, limits.mistakesOfBank), told];
}

export function byPlace(a: Mistake, b: Mistake): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}

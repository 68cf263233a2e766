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

/** A `Report` for one file, and the list it fills. */
export function reportFor(file: string): { readonly report: Report; readonly mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const report: Report = ({ line, column }, message, advice) => {
    mistakes.push({ file, line, ...(column === undefined ? {} : { column }), message, advice });
  };
  return { report, mistakes };
}

export function byPlace(a: Mistake, b: Mistake): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}

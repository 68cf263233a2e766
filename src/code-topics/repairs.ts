import type { SyntaxNode } from '../program/syntax-tree.ts';

/** Code as it could be read. */
export interface Parsed {
  readonly program: SyntaxNode;
  /** The text that was parsed: the same, or with blanks in place of what can't be read. */
  readonly text: string;
}

type Read = (text: string) => SyntaxNode;

/** Of all pieces together; each is one more reading of a piece of the text. */
const mostAttempts = 24;

/**
 * Reads code as far as it can be read. Where it can't, lines are blanked out: the line of the mistake, the one
 * before it, a line that opens a bracket which nothing closes, or the block around them; and where all
 * that does not help, the whole statement that begins at the left margin.
 * @throws what `read` throws besides a SyntaxError
 */
export function repairs(text: string, read: Read): Parsed | undefined {
  const whole = attempt(text, read);
  if (!('failedAt' in whole)) return whole;
  let left = mostAttempts;
  const conflicted = text.replace(/^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$).*$/gm, blanked);
  const tried = (piece: string): Parsed | { readonly failedAt: number } => {
    left -= 1;
    return attempt(piece, read);
  };
  const pieces = statementsAtMargin(conflicted).map((piece) => {
    const first = attempt(piece, read);
    if (!('failedAt' in first)) return piece;
    return repaired(piece, first.failedAt, tried, () => left > 0) ?? blanked(piece);
  });
  const result = pieces.join('');
  if (result.trim() === '') return undefined;
  const rest = attempt(result, read);
  return 'failedAt' in rest ? undefined : rest;
}

function attempt(text: string, read: Read): Parsed | { readonly failedAt: number } {
  try {
    return { program: read(text), text };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { pos } = error as SyntaxError & { readonly pos?: number };
    return { failedAt: pos ?? 0 };
  }
}

/** Code as statements that begin at the left margin, with the lines that belong to them. */
function statementsAtMargin(text: string): string[] {
  const lines = linesOf(text);
  const pieces: string[] = [];
  for (const line of lines) {
    const begins = /^[^\s)}\]/*,;`'"|&?:.<>=+-]/.test(line);
    const last = pieces.length - 1;
    if (begins || last < 0) pieces.push(line);
    else pieces[last] = `${pieces[last] ?? ''}${line}`;
  }
  return pieces;
}

/** A piece with the fewest lines blanked out that lets it be read; undefined where that is all of it. */
function repaired(
  piece: string,
  failedAt: number,
  tried: (piece: string) => Parsed | { readonly failedAt: number },
  goOn: () => boolean,
): string | undefined {
  const lines = linesOf(piece);
  const at = piece.slice(0, failedAt).split('\n').length - 1;
  const before = lines.findLastIndex((line, index) => index < at && line.trim() !== '');
  const open = unclosed(lines);
  const candidates: (readonly [from: number, to: number])[] = [
    [at, at],
    ...(before >= 0 ? ([[before, before]] as const) : []),
    ...(open === undefined ? [] : ([[open, open]] as const)),
    ...(before >= 0 ? ([[before, at]] as const) : []),
    ...blocksAround(lines, Math.min(at, lines.length - 1)),
    ...(open === undefined ? [] : blocksAround(lines, open)),
  ];
  for (const [from, to] of candidates) {
    if (!goOn()) return undefined;
    if (from === 0 && to >= lines.length - 1) continue;
    const without = lines
      .map((line, index) => (index >= from && index <= to ? blanked(line) : line))
      .join('');
    if (!('failedAt' in tried(without))) return without;
  }
  return undefined;
}

/** The blocks around a line by their indentation, from the inside out, each with its first and last line. */
function blocksAround(lines: readonly string[], at: number): [number, number][] {
  const blocks: [number, number][] = [];
  let depth = indentOf(lines[at] ?? '');
  for (let from = at; from > 0 && depth > 0; from -= 1) {
    const line = lines[from - 1] ?? '';
    if (line.trim() === '' || indentOf(line) >= depth) continue;
    depth = indentOf(line);
    const end = lines.findIndex(
      (one, index) =>
        index >= at && one.trim() !== '' && indentOf(one) <= depth && index > from - 1,
    );
    const closes = end >= 0 && /^\s*[)}\]]/.test(lines[end] ?? '');
    blocks.push([from - 1, end < 0 ? lines.length - 1 : closes ? end : end - 1]);
  }
  return blocks;
}

/** The first line whose bracket is still open where the indentation says that it was closed. */
function unclosed(lines: readonly string[]): number | undefined {
  const open: { line: number; indent: number }[] = [];
  for (const [line, text] of lines.entries()) {
    const code = (text.split('//', 1)[0] ?? '').replace(/(['"`])(?:\\.|(?!\1).)*\1/g, '');
    if (code.trim() === '') continue;
    const indent = indentOf(text);
    const closesFirst = /^\s*[)}\]]/.test(code);
    const last = open.at(-1);
    if (last && (indent < last.indent || (indent === last.indent && !closesFirst))) {
      return last.line;
    }
    for (const sign of code) {
      if ('([{'.includes(sign)) open.push({ line, indent });
      else if (')]}'.includes(sign)) open.pop();
    }
  }
  return open.at(-1)?.line;
}

const indentOf = (line: string): number =>
  /^\s*/.exec(line.replace(/[\r\n]/g, ''))?.[0].length ?? 0;

/** With their line breaks. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

const blanked = (text: string): string => text.replace(/[^\r\n]/g, ' ');

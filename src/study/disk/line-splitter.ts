const lineBreak = 0x0a;

/**
 * Cuts bytes that arrive in pieces into lines; a character may be split between two pieces. Of a
 * line that is longer than any, the beginning is kept.
 */
export interface LineSplitter {
  /** The lines that these bytes end, without their line breaks. */
  push(bytes: Uint8Array): string[];
  /** What stands after the last line break. */
  readonly rest: string;
}

export function createLineSplitter(longest = longestLine): LineSplitter {
  const decoder = new TextDecoder();
  let unfinished: Uint8Array[] = [];
  let length = 0;

  const take = (last: Uint8Array): string => {
    // Of what is too long the first piece says enough: nobody can read it as anything.
    const pieces = length < longest ? [...unfinished, last] : unfinished.slice(0, 1);
    const line = decoder.decode(pieces.length === 1 ? pieces[0] : joined(pieces));
    unfinished = [];
    length = 0;
    return line;
  };

  return {
    push(bytes) {
      const lines: string[] = [];
      let start = 0;
      for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, start)) {
        lines.push(take(bytes.subarray(start, end)));
        start = end + 1;
      }
      // A copy, because the reader fills the same memory again; a Buffer's `slice` makes none.
      const rest = bytes.subarray(start, start + Math.max(0, longest - length));
      if (rest.length > 0) unfinished.push(new Uint8Array(rest));
      length += rest.length;
      return lines;
    },
    get rest() {
      return decoder.decode(joined(unfinished));
    },
  };
}

/** Bytes: more than what the longest note or prediction takes. */
export const longestLine = 2 * 1024 * 1024;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

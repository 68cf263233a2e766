/** A place in a program's text; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Places and offsets of one text, in UTF-16 code units. */
export interface Places {
  readonly offset: (place: Place) => number;
  readonly place: (offset: number) => Place;
}

export function createPlaces(code: string): Places {
  const ends = [...code.matchAll(/\r\n|[\n\r\u2028\u2029]/g)];
  const starts = [0, ...ends.map((end) => end.index + end[0].length)];
  return {
    offset: ({ line, column }) => (starts[line - 1] ?? 0) + column - 1,
    place(offset) {
      const line = starts.findLastIndex((start) => start <= offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
  };
}

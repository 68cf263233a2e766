/**
 * Cuts text that arrives in pieces into lines. A line longer than the limit (UTF-16 units) is
 * dropped whole, so that a peer who never ends his line costs no memory.
 */
export function createLineSplitter(limit: number, onLine: (line: string) => void) {
  let rest: string[] = [];
  let length = 0;
  let dropping = false;
  const keep = (piece: string) => {
    length += piece.length;
    if (length > limit) {
      dropping = true;
      rest = [];
    } else if (!dropping) {
      rest.push(piece);
    }
  };
  return (text: string): void => {
    const pieces = text.split('\n');
    const last = pieces.pop() ?? '';
    for (const piece of pieces) {
      keep(piece);
      const line = rest.join('');
      const dropped = dropping;
      rest = [];
      length = 0;
      dropping = false;
      if (!dropped && line !== '') onLine(line);
    }
    keep(last);
  };
}

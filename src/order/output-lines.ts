import type { OutputLine } from './output.ts';

/** Turns writes to stdout and stderr into lines, in the order in which they were completed. */
export interface LineAssembler {
  /** The lines that this write completes. A line stands where its line break was written. */
  write(stream: 'stdout' | 'stderr', text: string): OutputLine[];
  /** What was left without a line break; of two such lines the one begun first comes first. */
  end(): OutputLine[];
}

/**
 * Each stream collects its own line, as on a terminal that shows only whole lines: a write of
 * `a` to stdout, `b\n` to stderr and `\n` to stdout gives the lines b, a. Line breaks are `\n` and
 * `\r\n`; any other `\r` is kept. How a text is split into writes makes no difference.
 */
export function createLineAssembler(): LineAssembler {
  // In the order in which the lines were begun.
  const begun = new Map<OutputLine['stream'], string>();

  return {
    write(stream, text) {
      const pieces = text.split('\n');
      const rest = pieces.pop() ?? '';
      const lines = pieces.map((piece) => {
        const whole = (begun.get(stream) ?? '') + piece;
        begun.delete(stream);
        return { stream, text: whole.endsWith('\r') ? whole.slice(0, -1) : whole };
      });
      if (rest !== '') begun.set(stream, (begun.get(stream) ?? '') + rest);
      return lines;
    },
    end() {
      const lines = [...begun].map(([stream, text]) => ({ stream, text }));
      begun.clear();
      return lines;
    },
  };
}

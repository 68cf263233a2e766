import type { OutputLine } from './output.ts';

/**
 * An output without the words that V8 and Node.js choose for errors and warnings: their names and codes
 * stay, and so does everything that the program itself words. Two outputs that are equal by this show
 * the same in the same order, though perhaps in other words, as versions of Node.js do.
 */
export function wordless(lines: readonly OutputLine[]): OutputLine[] {
  return lines.flatMap(({ stream, text }): OutputLine[] => {
    if (stream !== 'uncaught' && stream !== 'stderr') return [{ stream, text }];
    // Where in Node itself an error is from, which each version has elsewhere.
    if (/^\s+at \S/.test(text)) return [];
    const head = /^(?:\(node:\d+\) )?((?:\[[\w-]+\] )?\w*(?:Error|Warning)(?: \[\w+\])?)(?::|$)/;
    return [{ stream, text: head.exec(text)?.[1] ?? text }];
  });
}

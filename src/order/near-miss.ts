import { displayText, lineKey } from './line-text.ts';
import type { OutputLine } from './output.ts';

/**
 * How a predicted line misses a printed one that it nearly is: in capital letters alone, in quotes,
 * in blanks, in more than one of them (`spelling`), or both are an end with different exit codes.
 */
export type NearMiss = 'case' | 'quotes' | 'blanks' | 'spelling' | 'exitCode';

/** Undefined for equal lines, and for lines that have nothing to do with each other. */
export function nearMiss(predicted: OutputLine, actual: OutputLine): NearMiss | undefined {
  const [one, other] = [lineKey(predicted, 'text'), lineKey(actual, 'text')];
  if (one === other) return undefined;
  if (isEnd(predicted) && isEnd(actual)) return 'exitCode';
  if (looseKey(predicted) !== looseKey(actual)) return undefined;
  const kinds = (Object.keys(without) as (keyof typeof without)[]).filter(
    (kind) => without[kind](one) === without[kind](other),
  );
  return kinds[0] ?? 'spelling';
}

/** The same for all lines that miss each other only in letters, quotes and blanks. */
export function looseKey(line: OutputLine): string {
  const text = displayText(line).normalize('NFC');
  return without.blanks(without.quotes(without.case(text)));
}

const without = {
  case: (text: string): string => text.toLowerCase(),
  quotes: (text: string): string => text.replaceAll(/['"`‘’“”]/g, ''),
  blanks: (text: string): string => text.replaceAll(/\s+/g, ''),
} as const;

/** Also as somebody may type it: `exit 1`, `code 1`, `exit code: 1`, `exited with code 1`. */
const isEnd = (line: OutputLine): boolean =>
  line.stream === 'exit' ||
  /^(?:exit(?:ed|s)?(?: with)?(?: code)?|code)[ :=]*-?\d+$/i.test(displayText(line).trim());

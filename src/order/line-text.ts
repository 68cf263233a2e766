import { withoutStyles } from './line-styles.ts';
import type { OutputLine } from './output.ts';

/**
 * How a line is shown on a card and typed in a prediction: this is the only place that knows.
 *
 * - stdout, stderr: the text as it reads, without the colours of a terminal
 * - uncaught: `Uncaught TypeError: x is not a function`
 * - exit: `exit code 1`, or `ended by SIGABRT` when a signal ended the program
 */
export function displayText(line: OutputLine): string {
  switch (line.stream) {
    case 'stdout':
    case 'stderr':
      return withoutStyles(line.text);
    case 'uncaught':
      return `Uncaught ${withoutStyles(line.text)}`;
    case 'exit':
      return exitCode.test(line.text) ? `exit code ${line.text}` : `ended by ${line.text}`;
  }
}

/**
 * The line that a typed text most likely means. Nobody types a stream, so stdout stands for
 * stderr too. `displayText` gives the same text back, without styles.
 */
export function parseDisplayText(styled: string): OutputLine {
  const text = withoutStyles(styled);
  const uncaught = /^Uncaught (.+)$/s.exec(text)?.[1];
  if (uncaught !== undefined) return { stream: 'uncaught', text: uncaught };
  const exit = /^(?:exit code (-?\d+)|ended by (SIG[A-Z0-9]+))$/.exec(text);
  const ending = exit?.[1] ?? exit?.[2];
  return ending === undefined ? { stream: 'stdout', text } : { stream: 'exit', text: ending };
}

/**
 * How equal two lines must be. `strict` compares stream and text exactly and verifies real runs.
 * `text` compares what is shown and judges predictions: styles, whitespace at the end and the Unicode
 * normal form (NFC) don't count, because neither can be seen on the screen, and some keyboards
 * and clipboards produce decomposed letters; empty lines at the end of an output don't count.
 */
export type Comparison = 'strict' | 'text';

/** Two lines are equal exactly when their keys are. */
export function lineKey(line: OutputLine, comparison: Comparison): string {
  return comparison === 'strict'
    ? `${line.stream} ${line.text}`
    : displayText(line).trimEnd().normalize('NFC');
}

/** The output without the lines at its end that a comparison by text can't see. */
export function withoutEmptyEnd(lines: readonly OutputLine[]): readonly OutputLine[] {
  const last = lines.findLastIndex((line) => lineKey(line, 'text') !== '');
  return lines.slice(0, last + 1);
}

const exitCode = /^-?\d+$/;

import { displayText, lineKey, parseDisplayText } from './line-text.ts';
import type { OutputLine } from './output.ts';

/** What a prediction is held against. */
export interface Printed {
  /** The run that is judged. */
  readonly actual: readonly OutputLine[];
  /** Every line of all outputs that an expectation allows. */
  readonly expected?: readonly OutputLine[];
}

/**
 * The lines that somebody meant who typed these: without blank lines that are only for the eye, and
 * with the stack frames of an error that the run printed, which nobody can be asked to know.
 *
 * @param typed one text a line
 */
export function readPrediction(
  typed: readonly string[],
  { actual, expected = [] }: Printed,
): readonly string[] {
  return withFrames(withoutBlankTyping(typed, [...expected, ...actual]), actual);
}

/** A blank line between typed lines is for the eye, unless the program prints blank lines. */
function withoutBlankTyping(lines: readonly string[], known: readonly OutputLine[]) {
  const printsBlanks = known.some(({ stream, text }) => stream !== 'exit' && text.trim() === '');
  return printsBlanks ? lines : lines.filter((line) => line.trim() !== '');
}

/**
 * Node prints an error object as its first line, the frames, and its other properties in braces
 * behind the last frame. They follow the typed line that is that first line; what was typed of them
 * is kept where it is not what was printed. Of equal lines, the nth typed one is the nth printed one.
 */
function withFrames(typed: readonly string[], actual: readonly OutputLine[]): readonly string[] {
  const tails = tailsOf(actual);
  const times = new Map<string, number>();
  const lines: string[] = [];
  for (let at = 0; at < typed.length; at++) {
    const text = typed[at] ?? '';
    const key = keyOf(text);
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    const { known, tail } = readTail(typed, at + 1, tails.get(key)?.[time] ?? []);
    lines.push(text);
    for (const line of tail) lines.push(line);
    at += known;
  }
  return lines;
}

/** How many of the typed lines from `at` on are frames of a tail, and what to read in their place. */
function readTail(typed: readonly string[], at: number, tail: readonly string[]) {
  const frames = framesOf(tail);
  const braces = tail.slice(frames.length);
  let known = 0;
  for (const frame of frames) if (frameKey(typed[at + known] ?? '') === frameKey(frame)) known += 1;
  const next = typed[at + known] ?? '';
  // Another frame than any of these is what somebody predicted.
  if (isFrame(next)) return { known: 0, tail: [] };
  const typesBraces = braces[0] !== undefined && keyOf(next) === keyOf(braces[0]);
  return { known, tail: typesBraces ? frames : tail };
}

function framesOf(tail: readonly string[]): readonly string[] {
  const end = tail.findIndex((text) => !isFrame(text));
  return end === -1 ? tail : tail.slice(0, end);
}

/** A brace behind the last frame, and how far it is indented, are of no matter. */
const frameKey = (text: string): string => keyOf(text.trim().replace(/(?: \{|,)$/, ''));

/** What follows each line of an output as frames, by the text of the line and in its order. */
function tailsOf(actual: readonly OutputLine[]): Map<string, string[][]> {
  const texts = actual.map(displayText);
  const tails = new Map<string, string[][]>();
  for (let at = 0; at < texts.length; at++) {
    const tail = isFrame(texts[at + 1] ?? '') ? tailAfter(texts, at) : [];
    const key = keyOf(texts[at] ?? '');
    const known = tails.get(key);
    if (known) known.push(tail);
    else tails.set(key, [tail]);
    // In the braces there may be another error.
    at += framesOf(tail).length;
  }
  return tails;
}

/** The frames below a line, and the braces that the last of them may open; as far as it was printed. */
function tailAfter(texts: readonly string[], at: number): string[] {
  let end = at + 1;
  while (isFrame(texts[end] ?? '')) end += 1;
  if (texts[end - 1]?.endsWith(' {')) {
    // The error may be part of something: `  },` closes it as well.
    const indent = indentOf(texts[at] ?? '');
    const closing = texts.findIndex((text, place) => place >= end && indentOf(text) <= indent);
    if (closing === -1) end = texts.length;
    else if (texts[closing]?.trimStart().startsWith('}')) end = closing + 1;
  }
  return texts.slice(at + 1, end);
}

/**
 * `    at listOnTimeout (node:internal/timers:685:17)`, `    at async file.mjs:3:1`,
 * `    at async Promise.all (index 0)`; ` {` opens the error's properties, `,` ends an item of a list.
 */
const isFrame = (text: string): boolean =>
  /^\s+at \S.*(?::\d+|<anonymous>|\(index \d+)\)?(?: \{|,)?$/.test(text);

const indentOf = (text: string): number => text.length - text.trimStart().length;

const keyOf = (text: string): string => lineKey(parseDisplayText(text), 'text');

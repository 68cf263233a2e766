import { displayText } from '../order/line-text.ts';
import type { Phase } from '../trace/model.ts';
import type { PlaceVerdict } from './compared.ts';
import { phaseLetter } from './phase-letter.ts';
import type { LineResults } from './line-results.ts';
import { numbersOf, writesOf } from './writes.ts';
import type { Write } from './writes.ts';

/** What a result looks like: one phase, or `mixed`; what is printed to stderr and errors look different from all. */
export type ResultStyle = Phase | 'mixed' | 'pending' | 'stderr' | 'error' | 'wrong';

export interface ResultText {
  readonly text: string;
  readonly style: ResultStyle;
}

/** Words in the user's language. */
export interface ResultWords {
  readonly blankLine: string;
  /** @param what numbers, and texts that were typed */
  predicted(what: string): string;
  readonly notPredicted: string;
  readonly nothingPrinted: string;
  /** Of the first wrong number. */
  wrongFrom(what: string): string;
}

/** Characters of a value beside its line; all of it is in the list of results. */
const longestAlone = 120;
const longestOfTwo = 40;

/**
 * What is shown beside a line: `3 T done`, `3–8 T { id: 1, … }` where one call printed several lines; of a line
 * that printed often the first and the last, and how often: `1 M 0 … 9 M 8  ×9`.
 */
export function resultText(
  results: LineResults,
  words: ResultWords,
  judged?: PlaceVerdict,
): ResultText {
  const result = printedText(results, words);
  if (!judged) return result;
  // Narrow editors cut the end: what was printed is worth more than what was not.
  const parts = [result.text || words.nothingPrinted, predictedText(judged, words)];
  return {
    text: `${signs[judged.kind]} ${parts.filter(Boolean).join(between)}`,
    style: judged.kind === 'wrong' || judged.kind === 'missed' ? 'wrong' : result.style,
  };
}

const between = '\u00a0\u00a0·\u00a0\u00a0';

/** Verdicts differ by their signs too, not by color alone. */
const signs: Readonly<Record<PlaceVerdict['kind'], string>> = {
  right: '✓',
  other: '≈',
  wrong: '✗',
  missed: '✗',
  unknown: '?',
};

/** What was predicted where that is not what came; nothing where it is. */
function predictedText(
  { kind, predicted, isFirstWrong }: PlaceVerdict,
  words: ResultWords,
): string {
  if (kind === 'right') return '';
  if (predicted.length === 0) return words.notPredicted;
  const what = predicted
    .map(({ number, text }) =>
      text === undefined ? `${number}` : `${number} ${isolated(cut(text, longestOfTwo))}`,
    )
    .join(', ');
  return isFirstWrong ? words.wrongFrom(what) : words.predicted(what);
}

function printedText(results: LineResults, words: ResultWords): ResultText {
  const writes = writesOf(results.printed);
  const [first] = writes;
  const last = writes.at(-1);
  if (!first || !last) return { text: '', style: 'pending' };
  const style = styleOf(results);
  if (first === last) return { text: one(first, longestAlone, words), style };
  const both = [first, last]
    .map((write) => one(write, longestOfTwo, words))
    .join(writes.length === 2 ? ' · ' : ' … ');
  return { text: writes.length === 2 ? both : `${both}${gap}×${writes.length}`, style };
}

function one(write: Write, longest: number, words: ResultWords): string {
  const [{ phase, stream }] = write;
  const letter = phase ? ` ${phaseLetter[phase]}` : '';
  const mark = stream === 'stderr' ? ' stderr' : '';
  return `${numbersOf(write)}${letter}${mark}${gap}${isolated(shown(write, longest, words))}`;
}

/** Editors make one blank of several. */
const gap = '\u00a0\u00a0';

/** Text from right to left must not change the places of the numbers around it. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** Nothing that would break out of its line, or that would be invisible. */
function shown(write: Write, longest: number, { blankLine }: ResultWords): string {
  const text = joined(write, longest).replaceAll(
    // eslint-disable-next-line no-control-regex -- control characters are what is replaced
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g,
    ' ',
  );
  return text.trim() === '' ? blankLine : cut(text, longest);
}

/** Lines of an object are indented for the eye alone; a break in a text is a part of it. */
function joined(write: Write, longest: number): string {
  const [first, ...rest] = write;
  let text = displayText(first);
  for (const line of rest) {
    if (text.length > longest) break;
    text += first.values ? ` ${displayText(line).trim()}` : ` ↵ ${displayText(line)}`;
  }
  return text;
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`;
}

function styleOf({ phases, streams }: LineResults): ResultStyle {
  if (streams.has('uncaught')) return 'error';
  if (streams.has('stderr')) return 'stderr';
  const [phase] = phases;
  if (phases.size > 1) return 'mixed';
  return phase ?? 'pending';
}

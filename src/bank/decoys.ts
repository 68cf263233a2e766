import { essencesOf } from '../order/essence.ts';
import { displayText } from '../order/line-text.ts';
import { looseKey } from '../order/near-miss.ts';
import { orderLines } from '../order/order-lines.ts';
import type { Order } from '../order/order.ts';
import type { OutputLine } from '../order/output.ts';

/** The outputs of a snippet on each Node. */
interface Expectations {
  readonly expect: Order;
  readonly variants: readonly { readonly expect: Order }[];
}

/** All outputs, of whatever Node. */
export function anyOrder({ expect, variants }: Expectations): Order {
  if (variants.length === 0) return expect;
  return { alt: [expect, ...variants.map((variant) => variant.expect)] };
}

/** The lines of all outputs, of whatever Node. */
export const expectedLines = (snippet: Expectations): OutputLine[] => orderLines(anyOrder(snippet));

/**
 * Tells whether a line can be a decoy: nobody who predicts it can be right, or have meant a line
 * that is printed. Case, blanks and quotes are no trap, and neither is a short form of what Node words.
 * @param expected the lines of all outputs
 */
export function neverPrinted(expected: readonly OutputLine[]): (line: OutputLine) => boolean {
  const keys = new Set(expected.map(looseKey));
  for (const text of expected.flatMap(essencesOf)) keys.add(looseKey({ stream: 'stdout', text }));
  return (line) => !keys.has(looseKey({ stream: 'stdout', text: displayText(line) }));
}

/** More would be searched through rather than thought about. */
const mostDerived = 3;

/**
 * Lines that the code seems to print and never does, so that the cards do not say which lines are
 * printed: texts that it hands to a function that prints, in a branch that no run takes, and one
 * text that is printed with another value in it. The same ones for the same code.
 *
 * The code is read roughly, by its looks. That can't make a false decoy, since each is held
 * against all outputs that are possible.
 * @param expected the lines of all outputs
 */
export function deriveDecoys(code: string, expected: readonly OutputLine[]): OutputLine[] {
  const isNever = neverPrinted(expected);
  const texts = printedTexts(withoutComments(code));
  // A text that is a part of a printed line was printed, by a function that adds to it.
  const isPart = ({ text }: OutputLine): boolean =>
    expected.some((line) => line.text.includes(text));
  const unreached = texts.filter((line) => !line.text.includes(hole) && !isPart(line));
  const altered = texts
    .filter(({ text }) => text.includes(hole))
    .flatMap((line) => alteredLines(line, expected))
    .filter(isNever);
  const found = [...unreached.filter(isNever), ...altered.slice(0, 1)];
  return [...new Map(found.map((line) => [looseKey(line), line])).values()].slice(0, mostDerived);
}

/** Stands in a text for a value that is put into it. */
const hole = String.fromCodePoint(0xfffc);

/** A pack may hold anything, and nobody predicts what is longer. */
const most = { texts: 60, holes: 3, length: 200 } as const;

/** The first argument of each call that looks like one that prints. */
function printedTexts(code: string): OutputLine[] {
  const calls = [...code.matchAll(printingCall)].slice(0, most.texts);
  return calls.flatMap(({ 1: name = '', 2: quote, 3: raw = '', 4: end }) => {
    const text = unescaped(raw);
    if (text === undefined) return [];
    const filled = quote === '`' ? text.replaceAll(/\$\{[^{}]*\}/g, hole) : text;
    const whole = end === ',' ? `${filled} ${hole}` : filled;
    const isPlain = filled.trim() !== '' && !filled.includes('${');
    const stream = /error|warn|stderr/.test(name) ? 'stderr' : 'stdout';
    return isPlain && whole.split(hole).length <= most.holes + 1 ? [{ stream, text: whole }] : [];
  });
}

/** `console.log('a')`, `log("a", b)`; a text that goes on with `+` is only a part of what is printed. */
const printingCall =
  /\b(console\.(?:log|info|error|warn|debug)|process\.std(?:out|err)\.write|log|print|say|show|report|trace)\(\s*(['"`])((?:\\.|(?!\2)[^\\\r\n]){1,200})\2\s*([,)])/g;

const withoutComments = (code: string): string =>
  code.replaceAll(/^[ \t]*\/\/.*$|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//gm, '');

/** Undefined for texts with line breaks, tabs and other characters that no card shows. */
function unescaped(raw: string): string | undefined {
  const text = raw.replace(/\\n$/, '').replaceAll(/\\(['"`\\])/g, '$1');
  return /\\[a-z0-9]/i.test(text) ? undefined : text;
}

/** The printed lines that a text with holes became, with another value in its last hole. */
function alteredLines({ stream, text }: OutputLine, expected: readonly OutputLine[]): OutputLine[] {
  const parts = text.split(hole).map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const shape = new RegExp(`^${parts.join('(.+?)')}$`, 'd');
  const lines = expected.filter(
    (line) => line.stream === stream && line.text.length <= most.length,
  );
  return lines.flatMap((line) => {
    const [start, end] = shape.exec(line.text)?.indices?.at(-1) ?? [0, 0];
    return otherValues(line.text.slice(start, end)).map((value) => ({
      stream,
      text: line.text.slice(0, start) + value + line.text.slice(end),
    }));
  });
}

/** What somebody could take a value for. */
function otherValues(value: string): readonly string[] {
  const other = opposites[value];
  if (other !== undefined) return [other];
  if (!/^\d{1,4}$/.test(value)) return [];
  const number = Number(value);
  return number === 0 ? ['1'] : [String(number + 1), String(number - 1)];
}

const opposites: Readonly<Record<string, string>> = {
  true: 'false',
  false: 'true',
  undefined: 'null',
  null: 'undefined',
};

import type { ShownValue } from '../trace/trace-event.ts';

/** How a value is laid out. */
export interface ValueLayout {
  /** Parts that lie deeper are only counted; 1 shows those of the value itself. */
  readonly depth: number;
  /** Lists of parts up to this many characters stay on one line. */
  readonly width: number;
  /** In the user's language, what stands for parts that are not shown. */
  more(count: number): string;
}

/** A value as `util.inspect` lays one out, but each part that does not fit its line on one of its own. */
export function valueText(value: ShownValue, layout: ValueLayout): string {
  return laidOut(value, layout, 0);
}

/** Whether `valueText` of that depth leaves out what is known. */
export function isDeeper({ parts = [] }: ShownValue, depth: number): boolean {
  return depth <= 0 ? parts.length > 0 : parts.some(([, part]) => isDeeper(part, depth - 1));
}

function laidOut(value: ShownValue, layout: ValueLayout, level: number): string {
  const { text, parts = [], more = 0 } = value;
  if (parts.length === 0 && more === 0) return isEmpty(value) ? emptyText(text) : text;
  const isList = parts.length > 0 && parts[0]?.[0] === '0' && /\(\d+\)$/.test(text);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const head = plain.test(text) ? '' : `${text} `;
  const isShown = level < layout.depth;
  const shown = isShown
    ? parts.map(([name, part]) => {
        const laid = laidOut(part, layout, level + 1);
        return isList && /^\d+$/.test(name) ? laid : named(name, laid);
      })
    : [];
  const left = isShown ? more : parts.length + more;
  const items = left > 0 ? [...shown, `… ${layout.more(left)}`] : shown;
  const line = `${head}${open} ${items.join(', ')} ${close}`;
  if (line.length <= layout.width && !line.includes('\n')) return line;
  const indent = '  '.repeat(level + 1);
  const lines = items.map((item) => `${indent}${item},`);
  return [`${head}${open}`, ...lines, `${'  '.repeat(level)}${close}`].join('\n');
}

/** What literals are written for says nothing more by its name. */
const plain = /^(?:Object|Array\(\d+\))$/;

const isEmpty = ({ text }: ShownValue): boolean => plain.test(text);

const emptyText = (text: string): string => (text === 'Object' ? '{}' : '[]');

/** An entry of a map has an arrow of its own, and a member of a set no name. */
function named(name: string, value: string): string {
  if (name === '') return value;
  return name.endsWith(' =>') ? `${name} ${value}` : `${nameText(name)}: ${value}`;
}

const nameText = (name: string): string =>
  /^(?:[\p{L}_$][\p{L}\p{N}_$]*|\[.*\])$/u.test(name) ? name : JSON.stringify(name);

import { createTurns, inSlices } from '../../collections/in-slices.ts';
import { isRecord } from '../../collections/is-record.ts';
import { parseLine } from '../event-line.ts';

/** What an export is called inside; its version grows when an older Loopwise could no longer read it. */
const [format, version] = ['loopwise-progress', 1] as const;

/** A line is longer than what the log takes; characters. */
const longestLine = 512 * 1024;

/**
 * An export of the log is one JSON value, with one event on each line, so that a line that is broken costs that line alone.
 * Gives the thread away every few milliseconds.
 * @param lines events as JSON, without line breaks
 * @param exported when, as an ISO 8601 string in UTC
 */
export async function formatProgressFile(
  lines: readonly string[],
  exported: string,
): Promise<string> {
  const head = JSON.stringify({ format, version, exported }).slice(0, -1);
  let text = `${head},"events":[`;
  let before = '\n';
  await inSlices(lines, (line) => {
    text += `${before}${line}`;
    before = ',\n';
  });
  return `${text}\n]}\n`;
}

/** What a file turned out to be. */
export type ReadFile =
  /** It holds no progress of Loopwise. */
  | { readonly kind: 'foreign' }
  /** Of a version that this one can't read. */
  | { readonly kind: 'newer' }
  /** An export that another program has formatted, and that is too long to be taken apart then. */
  | { readonly kind: 'tooLong' }
  | Sound;

/** The events that can be taken over. */
export interface Sound {
  readonly kind: 'sound';
  /** As JSON, without line breaks; each once. */
  readonly lines: readonly string[];
  /** How many of these only a later version understands. */
  readonly later: number;
  /** What is no event: the numbers of the lines, from 1; of the entries where the file was formatted anew. */
  readonly broken: readonly number[];
  readonly brokenAre: 'lines' | 'entries';
  /** The end is missing, as after a download that stopped. */
  readonly isCutOff: boolean;
  /** Milliseconds since 1970 of the first and the last event; absent where there is none. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * Reads an export, or a log as it stands, whatever the text holds; gives the thread away every few milliseconds.
 * Rejects only when `takeApart` does.
 * @param takeApart `formattedEntries`, in another thread where this one is needed
 */
export async function readProgressFile(
  text: string,
  takeApart: (text: string) => FormattedEntries | Promise<FormattedEntries> = formattedEntries,
): Promise<ReadFile> {
  const first = firstLine(text);
  const head = headOf(first.line);
  if (head === 'newer') return { kind: 'newer' };
  if (head) return readLines(linesOf(text, first.end), 'export', first);
  // Nobody who is asked to format a file should lose what it holds.
  if (/^\s*\{\s*$|"events"/.test(first.line.slice(0, atEnds)) && namesFormat(text)) {
    if (text.length > longestFormatted) return { kind: 'tooLong' };
    const entries = await takeApart(text);
    if (entries === 'newer') return { kind: 'newer' };
    if (entries) return readLines(entries, 'entries');
  }
  // Nobody parses megabytes to find out that they are no event.
  return first.line.length > longestLine || parseLine(first.line).kind === 'unreadable'
    ? { kind: 'foreign' }
    : readLines(linesOf(text, 0), 'log');
}

/** The first line that is not empty, its number, from 1, and where the next one begins. */
interface FirstLine {
  readonly line: string;
  readonly number: number;
  readonly end: number;
}

function firstLine(text: string): FirstLine {
  let [number, end] = [0, 0];
  for (const line of linesOf(text, 0)) {
    number += 1;
    end += line.length + 1;
    if (line.trim() !== '') return { line: line.replace(/^\uFEFF|\r$/g, ''), number, end };
  }
  return { line: '', number, end };
}

/** One after the other, since a text of many megabytes is not split in a moment. */
function* linesOf(text: string, start: number): Generator<string> {
  for (let from = start; from < text.length;) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, to);
    from = to + 1;
  }
}

/** Undefined for a line that begins no export. */
function headOf(line: string): 'export' | 'newer' | undefined {
  const head = /^\s*(\{.*),\s*"events"\s*:\s*\[(\s*\]\s*\}\s*)?$/s.exec(line.slice(0, 1000))?.[1];
  const value = head === undefined ? undefined : parsed(`${head}}`);
  if (!isRecord(value) || value['format'] !== format) return undefined;
  return value['version'] === version ? 'export' : 'newer';
}

/** Characters at either end of a text in which an export says what it is, in whatever order a program puts that. */
const atEnds = 1000;

const namesFormat = (text: string): boolean =>
  [text.slice(0, atEnds), text.slice(-atEnds)].some((end) =>
    new RegExp(`"format"\\s*:\\s*"${format}"`).test(end),
  );

/** Of an export that another program has formatted: characters that are parsed in one go. */
export const longestFormatted = 32_000_000;

/** The events as JSON; undefined for what is no export. */
export type FormattedEntries = readonly string[] | 'newer' | undefined;

/** Takes an export apart that another program has formatted. For threads: it is parsed and written in one go. */
export function formattedEntries(text: string): FormattedEntries {
  const value = parsed(text.replace(/^\uFEFF/, ''));
  if (!isRecord(value) || value['format'] !== format) return undefined;
  if (value['version'] !== version) return 'newer';
  const events: unknown = value['events'];
  return Array.isArray(events) ? events.map((event) => JSON.stringify(event)) : undefined;
}

/** @param head of an export: the line before these */
async function readLines(
  lines: Iterable<string>,
  as: 'export' | 'log' | 'entries',
  head?: FirstLine,
): Promise<Sound> {
  const sound = new Set<string>();
  const broken: number[] = [];
  let [later, from, to] = [0, Infinity, -Infinity];
  let isCutOff = head !== undefined && !/\]\s*\}\s*$/.test(head.line);
  let number = head?.number ?? 0;
  const turns = createTurns();
  for (const one of lines) {
    const turn = turns.next();
    if (turn) await turn;
    number += 1;
    const line = one.replace(/^\uFEFF/, '').trim();
    if (line === '') continue;
    if (as === 'export' && /^\]\s*\}$/.test(line)) {
      isCutOff = false;
      continue;
    }
    const json = as === 'export' ? line.replace(/,$/, '') : line;
    const event = json.length > longestLine ? undefined : parseLine(json);
    if (!event || event.kind === 'unreadable') {
      broken.push(number);
      continue;
    }
    if (sound.has(json)) continue;
    sound.add(json);
    if (event.kind === 'later') later += 1;
    else {
      const at = Date.parse(event.event.at);
      [from, to] = [Math.min(from, at), Math.max(to, at)];
    }
  }
  return {
    ...{ kind: 'sound', lines: [...sound], later, broken, isCutOff },
    brokenAre: as === 'entries' ? 'entries' : 'lines',
    ...(from <= to && { from, to }),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

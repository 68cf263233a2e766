/** A place in a document, from 0; characters are UTF-16 code units, as editors and V8 count them. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where a program's text is from. */
export interface Origin {
  readonly uri: string;
  /** Absent for a whole document. */
  readonly range?: Range;
  /** The document's version that the text was taken from, as its editor counts. */
  readonly version: number;
}

/**
 * Text that was taken from a document, with blanks in place of what is before it there: its lines
 * and columns are the document's, in whatever names them.
 */
export function atItsPlace(text: string, { line, character }: Position): string {
  return '\n'.repeat(line) + ' '.repeat(character) + text;
}

/** How many lines of blanks a program begins with that its document has text in. */
export const linesBefore = (origin: Origin | undefined): number => origin?.range?.start.line ?? 0;

/** An edit: the range that it replaces, and the text that is there afterwards. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

/**
 * Where a range is after an edit. What is written at its borders is outside of it; of an edit across
 * a border, the new text is outside too.
 */
export function rangeAfter({ start, end }: Range, edit: Edit): Range {
  const written = endOf(edit.range.start, edit.text);
  /** A position at or after the replaced text. */
  const moved = (at: Position): Position => ({
    line: at.line + written.line - edit.range.end.line,
    character:
      at.line === edit.range.end.line
        ? at.character - edit.range.end.character + written.character
        : at.character,
  });
  const newStart = isBefore(start, edit.range.start)
    ? start
    : isBefore(start, edit.range.end)
      ? written
      : moved(start);
  const newEnd = !isBefore(edit.range.start, end)
    ? end
    : isBefore(end, edit.range.end)
      ? edit.range.start
      : moved(end);
  return { start: newStart, end: isBefore(newEnd, newStart) ? newStart : newEnd };
}

function endOf({ line, character }: Position, text: string): Position {
  const lines = text.split(/\r\n|\r|\n/);
  const last = lines.at(-1) ?? '';
  return lines.length === 1
    ? { line, character: character + last.length }
    : { line: line + lines.length - 1, character: last.length };
}

const isBefore = (one: Position, other: Position): boolean =>
  one.line < other.line || (one.line === other.line && one.character < other.character);

/** Whether a value from anywhere, a stored page or a command's argument, is an origin. */
export function isOrigin(value: unknown): value is Origin {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, range, version } = value as Readonly<Record<string, unknown>>;
  return typeof uri === 'string' && isCount(version) && (range === undefined || isRange(range));
}

function isRange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { start, end } = value as Readonly<Record<string, unknown>>;
  return isPosition(start) && isPosition(end);
}

function isPosition(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { line, character } = value as Readonly<Record<string, unknown>>;
  return isCount(line) && isCount(character);
}

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/** The files of a pack that have fields, by the schema that these follow. */
export type FieldsOf = 'pack' | 'topic' | 'question' | 'snippet';

/** What the cursor stands on in the fields of a file. */
export type FieldPlace =
  /** The name of a field, or where one may begin. `typed` is what is there so far. */
  | { readonly kind: 'name'; readonly typed: string; readonly from: number }
  /** The value of a field, or one item of its list. */
  | {
      readonly kind: 'value';
      readonly field: string;
      readonly typed: string;
      readonly from: number;
    };

export interface Fields {
  /** First and last line of the fields, from 0; for a file that is still open, its last line. */
  readonly first: number;
  readonly last: number;
}

/** Which fields a file has by its name and place in a pack, as a path below the pack. */
export function fieldsOf(path: string): FieldsOf | undefined {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.length === 1 && name === 'pack.yml') return 'pack';
  if (parts.length === 2 && name === 'topic.yml') return 'topic';
  if (parts.length === 2 && name.endsWith('.md')) return 'question';
  if (parts.length === 3 && /\.[cm]js$/.test(name)) return 'snippet';
  return undefined;
}

/** Where the fields of a file stand; nothing when it does not begin with them. */
export function findFields(kind: FieldsOf, lines: readonly string[]): Fields | undefined {
  if (kind === 'pack' || kind === 'topic') return { first: 0, last: lines.length - 1 };
  const [open, close] =
    kind === 'question' ? [/^---\s*$/, /^---\s*$/] : [/^\/\* ---\s*$/, /^--- \*\//];
  if (!open.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex((line, index) => index > 0 && close.test(line));
  return { first: 1, last: end === -1 ? lines.length - 1 : end - 1 };
}

/** What stands at a place in the fields; lines and characters count from 0. */
export function placeAt(
  lines: readonly string[],
  { first, last }: Fields,
  line: number,
  character: number,
): FieldPlace | undefined {
  if (line < first || line > last) return undefined;
  const before = (lines[line] ?? '').slice(0, character);
  const name = /^[A-Za-z]*$/.exec(before);
  if (name) return { kind: 'name', typed: name[0], from: 0 };
  const value = /^([A-Za-z]+):(.*)$/s.exec(before);
  if (value) {
    const field = value[1] ?? '';
    const rest = (value[2] ?? '').trimStart();
    const typed = rest.startsWith('[') ? lastItem(rest) : rest;
    return { kind: 'value', field, typed, from: character - typed.length };
  }
  const item = /^\s*-\s(.*)$/s.exec(before);
  if (!item) return undefined;
  const typed = (item[1] ?? '').trimStart();
  const field = fieldAbove(lines, first, line);
  return field === undefined
    ? undefined
    : { kind: 'value', field, typed, from: character - typed.length };
}

/** What is typed of the last item of a list in brackets; nothing once these are closed. */
const lastItem = (list: string): string =>
  list.includes(']')
    ? ''
    : list.slice(Math.max(list.lastIndexOf(','), list.lastIndexOf('[')) + 1).trimStart();

/** The field whose list a line belongs to. */
export function fieldAbove(
  lines: readonly string[],
  first: number,
  line: number,
): string | undefined {
  for (let at = line; at >= first; at--) {
    const field = /^([A-Za-z]+):/.exec(lines[at] ?? '')?.[1];
    if (field !== undefined) return field;
  }
  return undefined;
}

/** The fields that are there already. */
export function namesIn(lines: readonly string[], { first, last }: Fields): Set<string> {
  const names = lines
    .slice(first, last + 1)
    .flatMap((line) => /^([A-Za-z]+):/.exec(line)?.[1] ?? []);
  return new Set(names);
}

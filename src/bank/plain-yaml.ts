/** What a plain text holds: scalars, lists of them, and lists of maps of them. */
export type PlainFields = Record<string, PlainValue>;
type PlainValue = Scalar | readonly Scalar[] | readonly Readonly<Record<string, Scalar>>[];
type Scalar = string | number;

/**
 * Reads YAML as nearly every front matter is written, in a fraction of the time that a parser of all of YAML
 * takes: fields whose values are plain or quoted text on one line, whole numbers, and lists of those or
 * of such fields. Of anything else, a mistake as well as YAML that is merely rarer, nothing is said.
 * @param mostItems how many items a list may have
 * @returns what the `yaml` package makes of the text, or `undefined` where it has to be asked
 */
export function readPlainYaml(text: string, mostItems: number): PlainFields | undefined {
  if (notPlain.test(text)) return undefined;
  const reader = new PlainReader((text.endsWith('\n') ? text.slice(0, -1) : text).split('\n'));
  const fields = reader.fields();
  const isWhole = fields !== undefined && reader.isAtEnd;
  const isTooLong = (value: PlainValue): boolean =>
    Array.isArray(value) && value.length > mostItems;
  return isWhole && !Object.values(fields).some(isTooLong) ? fields : undefined;
}

/** Control and format characters other than line feeds, and separators that some take for line breaks. */
const notPlain = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/u;
const field = /^([a-zA-Z]{1,40}):(?: (\S.*))?$/;
const item = /^((?: {2})?)- (\S.*)$/;
const wholeNumber = /^(?:0|[1-9]\d{0,14})$/;
/** Words that YAML reads as something else than text. */
const reserved = /^(?:true|false|null)$/i;
const flowItem = /^[a-zA-Z][\w ./-]*$/;

class PlainReader {
  readonly #lines: readonly string[];
  #next = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  get isAtEnd(): boolean {
    return this.#next === this.#lines.length;
  }

  fields(): PlainFields | undefined {
    const fields: PlainFields = {};
    while (!this.isAtEnd) {
      const [, name, text] = field.exec(this.#line) ?? [];
      if (name === undefined || reserved.test(name) || Object.hasOwn(fields, name))
        return undefined;
      this.#next++;
      const value = text === undefined ? this.#items() : (flowList(text) ?? scalar(text));
      if (value === undefined) return undefined;
      fields[name] = value;
    }
    return this.#next === 0 ? undefined : fields;
  }

  get #line(): string {
    return this.#lines[this.#next] ?? '';
  }

  /** The items below a field, which are all text or numbers, or all maps. */
  #items(): readonly Scalar[] | readonly Readonly<Record<string, Scalar>>[] | undefined {
    const [, indent] = item.exec(this.#line) ?? [];
    if (indent === undefined) return undefined;
    const scalars: Scalar[] = [];
    const maps: Readonly<Record<string, Scalar>>[] = [];
    for (let found = item.exec(this.#line); found; found = item.exec(this.#line)) {
      const [, at, text = ''] = found;
      if (at !== indent) return undefined;
      this.#next++;
      if (field.test(text)) {
        const map = this.#map(text, `${indent}  `);
        if (!map) return undefined;
        maps.push(map);
      } else {
        const value = scalar(text);
        if (value === undefined) return undefined;
        scalars.push(value);
      }
    }
    if (scalars.length === 0) return maps;
    return maps.length === 0 ? scalars : undefined;
  }

  /** A map whose first field is beside the dash, and the others below it. */
  #map(first: string, indent: string): Readonly<Record<string, Scalar>> | undefined {
    const map: Record<string, Scalar> = {};
    for (let line: string | undefined = first; line !== undefined; line = this.#below(indent)) {
      const [, name, text = ''] = field.exec(line) ?? [];
      const value = scalar(text);
      if (name === undefined || reserved.test(name) || Object.hasOwn(map, name)) return undefined;
      if (value === undefined) return undefined;
      map[name] = value;
    }
    return map;
  }

  /** The next line without its indentation, where it has that of a map's fields. */
  #below(indent: string): string | undefined {
    const line = this.#line;
    if (!line.startsWith(indent) || line[indent.length] === ' ' || line[indent.length] === '-') {
      return undefined;
    }
    this.#next++;
    return line.slice(indent.length);
  }
}

function flowList(text: string): readonly string[] | undefined {
  if (!text.startsWith('[') || !text.endsWith(']')) return undefined;
  const inside = text.slice(1, -1);
  if (inside === '') return [];
  const items = inside.split(', ');
  const arePlain = items.every(
    (one) => flowItem.test(one) && !one.endsWith(' ') && !reserved.test(one),
  );
  return arePlain ? items : undefined;
}

function scalar(text: string): Scalar | undefined {
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const inside = text.slice(1, -1);
    const isWhole = text.length > 1 && text.endsWith(quote);
    return isWhole && !inside.includes(quote) && !inside.includes('\\') ? inside : undefined;
  }
  if (wholeNumber.test(text)) return Number(text);
  const isPlain = /^\p{L}/u.test(text) && !/:(?: |$)| #| $/.test(text) && !reserved.test(text);
  return isPlain ? text : undefined;
}

import { Composer, isMap, isNode, isScalar, isSeq, LineCounter, Parser, parseDocument } from 'yaml';
import type { CST, Document, YAMLError, YAMLWarning } from 'yaml';
import type { z } from 'zod';
import { explainIssue } from './explain-issue.ts';
import { limits } from './limits.ts';
import type { Position, Report } from './mistake.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { yamlTrouble } from './yaml-trouble.ts';

export interface FrontMatter<T> {
  /** Absent when it has a mistake. */
  readonly value?: T;
  /** Where a field stands in its file; the nearest parent for a field that is not there. */
  readonly at: (path: readonly PropertyKey[]) => Position;
}

/**
 * Reads YAML and checks it against a schema.
 * @param firstLine the line of the file that the text starts on
 * @param mostItems how many items one list may have
 */
export function parseFrontMatter<S extends z.ZodType>(
  text: string,
  firstLine: number,
  schema: S,
  report: Report,
  mostItems: number = limits.items,
): FrontMatter<z.output<S>> {
  const { at, place } = placesIn(text, firstLine);
  const plain = readPlainYaml(text, mostItems);
  if (plain) return { ...check(plain, schema, at, report), at };
  const start: Position = { line: firstLine };
  const lines = new LineCounter();
  let tokens: readonly CST.Token[] = [];
  const trouble = yamlTrouble(text, () => (tokens = tokensOf(text, lines)), mostItems);
  if (trouble) {
    const line = text.slice(0, trouble.offset).split('\n').length + firstLine - 1;
    report({ line: Math.min(line, lastLineOf(text, firstLine)) }, trouble.message, trouble.advice);
    return { at: () => start };
  }
  try {
    const document = composed(tokens, text);
    // The first one alone: what follows is mostly its echo.
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) {
      const where = place(lines, problem.pos[0]);
      if (isUnfinished(problem)) {
        const [line = ''] = text.slice(problem.pos[0]).split('\n');
        const advice = 'Write a colon, a space and its value after the name of the field.';
        report(where, `\`${line.trim().slice(0, longestReason)}\` is no field yet`, advice);
      } else if (problem.code === 'MULTIPLE_DOCS') {
        const advice = 'Leave out the line `---` and what follows it.';
        report(where, 'A second YAML document begins here', advice);
      } else {
        const says = `YAML cannot read this: ${firstSentence(problem.message)}`;
        report(where, says, yamlAdvice(problem.code));
      }
      return { at };
    }
    return { ...check(document.toJS(), schema, at, report), at };
  } catch (error) {
    const reason = error instanceof Error ? firstSentence(error.message) : String(error);
    report(start, `YAML cannot read this: ${reason}`, 'Write plain fields.');
    return { at: () => start };
  }
}

interface Placed {
  readonly document: Document;
  readonly lines: LineCounter;
}

/**
 * Where things stand. Whoever reads ten thousand files asks for that in few of them, and a document
 * takes many times the memory of its text: the text is read again then, and the document is kept as
 * long as memory allows. Nothing else may share this closure, or it would be kept with it.
 */
function placesIn(text: string, firstLine: number) {
  let kept: WeakRef<Placed> | undefined;
  const place = (lines: LineCounter, offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return {
      line: Math.min(Math.max(line, 1) + firstLine - 1, lastLineOf(text, firstLine)),
      column: Math.max(col, 1),
    };
  };
  const at = (path: readonly PropertyKey[]): Position => {
    let placed = kept?.deref();
    if (!placed) {
      placed = readPlaced(text);
      kept = new WeakRef(placed);
    }
    const offset = offsetOf(placed.document, path);
    return offset === undefined ? { line: firstLine } : place(placed.lines, offset);
  };
  return { at, place };
}

function readPlaced(text: string): Placed {
  const lines = new LineCounter();
  return { document: composed(tokensOf(text, lines), text), lines };
}

const lastLineOf = (text: string, firstLine: number): number =>
  firstLine + text.split('\n').length - 1;

const tokensOf = (text: string, lines: LineCounter): readonly CST.Token[] => [
  ...new Parser(lines.addNewLine).parse(text),
];

/** The document that `parseDocument` makes of the text, of tokens that are there already. */
function composed(tokens: readonly CST.Token[], text: string): Document {
  // Pretty errors each carry a piece of the text, and a broken one has thousands.
  const options = { logLevel: 'error', prettyErrors: false } as const;
  const [document, second] = new Composer(options).compose(tokens, true, text.length);
  // Several documents are an error that only `parseDocument` makes.
  return document && !second ? document : parseDocument(text, options);
}

function check<S extends z.ZodType>(
  input: unknown,
  schema: S,
  at: (path: readonly PropertyKey[]) => Position,
  report: Report,
): { readonly value?: z.output<S> } {
  const fields = input ?? {};
  const result = schema.safeParse(fields);
  if (result.success) return { value: result.data };
  // More are not told of one file.
  for (const issue of result.error.issues.slice(0, limits.mistakesOfFile)) {
    for (const { path, message, advice } of explainIssue(issue, schema, fields)) {
      report(at(path), message, advice);
    }
  }
  return {};
}

/** The value, or its name where the value is a collection or empty. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = document.contents;
  let offset = start(node);
  for (const key of path) {
    if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = start(node) ?? offset;
    } else if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (!pair) return offset;
      node = pair.value;
      const named = isScalar(node) && node.value !== null ? start(node) : start(pair.key);
      offset = named ?? offset;
    }
  }
  return offset;
}

const start = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);

function firstSentence(message: string): string {
  const line = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
  let end = Math.min(line.length, longestReason);
  while (end > 0 && /[.:\s]/.test(line[end - 1] ?? '')) end--;
  return line.slice(0, end);
}

/** YAML may quote what it cannot read. */
const longestReason = 200;

/** A line without a colon: so is every field while somebody types its name. */
const isUnfinished = ({ code, message }: YAMLError | YAMLWarning): boolean =>
  code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys');

const yamlAdvice = (code: string): string =>
  code === 'DUPLICATE_KEY'
    ? 'Write each field once.'
    : "Check the indentation, and put text with ': ', '#' or a leading '[', '{', '`', '@' or '*' in quotes.";

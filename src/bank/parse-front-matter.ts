import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, YAMLError, YAMLWarning } from 'yaml';
import type { z } from 'zod';
import { explainIssue } from './explain-issue.ts';
import { isTooDeep } from './is-too-deep.ts';
import type { Position, Report } from './mistake.ts';

export interface FrontMatter<T> {
  /** Absent when it has a mistake. */
  readonly value?: T;
  /** Where a field stands in its file; the nearest parent for a field that is not there. */
  readonly at: (path: readonly PropertyKey[]) => Position;
}

/**
 * Reads YAML and checks it against a schema.
 * @param firstLine the line of the file that the text starts on
 */
export function parseFrontMatter<S extends z.ZodType>(
  text: string,
  firstLine: number,
  schema: S,
  report: Report,
): FrontMatter<z.output<S>> {
  const lines = new LineCounter();
  const lastLine = firstLine + text.split('\n').length - 1;
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return {
      line: Math.min(Math.max(line, 1) + firstLine - 1, lastLine),
      column: Math.max(col, 1),
    };
  };
  const start: Position = { line: firstLine };
  if (isTooDeep(text)) {
    report(start, 'The front matter nests too deeply', 'Write plain fields.');
    return { at: () => start };
  }
  try {
    const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' });
    // The first one alone: what follows is mostly its echo.
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) {
      const at = place(problem.pos[0]);
      if (isUnfinished(problem)) {
        const [line = ''] = text.slice(problem.pos[0]).split('\n');
        const advice = 'Write a colon, a space and its value after the name of the field.';
        report(at, `\`${line.trim()}\` is no field yet`, advice);
      } else {
        const says = `YAML cannot read this: ${firstSentence(problem.message)}`;
        report(at, says, yamlAdvice(problem.code));
      }
    }
    const at = (path: readonly PropertyKey[]): Position => {
      const offset = offsetOf(document, path);
      return offset === undefined ? start : place(offset);
    };
    if (problem) return { at };
    return { ...check(document.toJS(), schema, at, report), at };
  } catch (error) {
    // Aliases that multiply, which only a hostile file has.
    const reason = error instanceof Error ? firstSentence(error.message) : String(error);
    report(start, `YAML cannot read this: ${reason}`, 'Write plain fields, without anchors.');
    return { at: () => start };
  }
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
  for (const issue of result.error.issues) {
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
    if (isAlias(node)) node = node.resolve(document);
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

const firstSentence = (message: string): string =>
  (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '').replace(/[.:\s]+$/, '');

/** A line without a colon: so is every field while somebody types its name. */
const isUnfinished = ({ code, message }: YAMLError | YAMLWarning): boolean =>
  code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys');

const yamlAdvice = (code: string): string =>
  code === 'DUPLICATE_KEY'
    ? 'Write each field once.'
    : "Check the indentation, and put text with ': ', '#' or a leading '[', '{', '`', '@' or '*' in quotes.";

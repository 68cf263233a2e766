import { orderLines } from '../order/order-lines.ts';
import { partOf } from '../order/order-part.ts';
import type { Order } from '../order/order.ts';
import { deriveDecoys, expectedLines } from './decoys.ts';
import { limits } from './limits.ts';
import type { ModuleKind, Snippet } from './model.ts';
import type { Mistake, Position, Report } from './mistake.ts';
import { reportFor } from './mistake.ts';
import { parseFrontMatter } from './parse-front-matter.ts';
import type { SnippetMatter } from './schema.ts';
import { snippetSchema } from './schema.ts';

export interface SnippetFile {
  readonly file: string;
  readonly topic: string;
  /** The name of the folder it stands in. */
  readonly question: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly kind: ModuleKind;
  readonly text: string;
}

export interface ParsedSnippet extends SnippetFile {
  /** Absent when there is a mistake. */
  readonly snippet?: Snippet;
  /** Those that the author wrote, to be checked with the whole bank. */
  readonly decoys?: readonly Order[];
  readonly mistakes: readonly Mistake[];
  /** Where a field of the front matter stands. */
  readonly at: (path: readonly PropertyKey[]) => Position;
}

/** Reads a snippet's file: front matter in a leading comment, then the code. */
export function parseSnippet(source: SnippetFile): ParsedSnippet {
  const { report, mistakes } = reportFor(source.file);
  const parts = split(source.text);
  if (!parts) {
    report(
      { line: 1 },
      'The file does not start with front matter',
      'Start it with a line `/* ---`, the fields as YAML, and a line `--- */`.',
    );
    return { ...source, mistakes, at: () => ({ line: 1 }) };
  }
  const { value, at } = parseFrontMatter(parts.yaml, 2, snippetSchema, report, limits.lines);
  const closed = parts.yaml.split('\n').findIndex((line) => line.includes('*/'));
  if (closed !== -1) {
    report(
      { line: closed + 2 },
      'The comment with the front matter ends here',
      'Write the text without `*/`, which ends a comment in JavaScript.',
    );
  }
  if (parts.code === '') {
    const line = source.text.trimEnd().split('\n').length;
    report({ line }, 'There is no code', 'Write the snippet below the front matter.');
  }
  if (value) checkLines(value, at, report);
  const good = value && mistakes.length === 0;
  return {
    ...source,
    ...(good ? { snippet: compile(source, value, parts.code) } : {}),
    ...(good && value.decoys && { decoys: value.decoys }),
    mistakes,
    at,
  };
}

/** Each line can be a card that somebody puts in its place. */
function checkLines(
  { expect, variants }: SnippetMatter,
  at: ParsedSnippet['at'],
  report: Report,
): void {
  const count = [expect, ...variants.map((variant) => variant.expect)].reduce(
    (sum, order) => sum + countLines(order),
    0,
  );
  if (count <= limits.lines) return;
  report(
    at(['expect']),
    `The snippet expects ${count} lines in all; at most ${limits.lines} are read`,
    'Let it print fewer lines: nobody predicts so many.',
  );
}

function countLines(order: Order): number {
  const part = partOf(order);
  switch (part.kind) {
    case 'line':
      return 1;
    case 'block':
    case 'opt':
      return countLines(part.body);
    case 'sequence':
    case 'any':
    case 'alt':
      return part.items.reduce((sum, item) => sum + countLines(item), 0);
  }
}

function split(text: string): { readonly yaml: string; readonly code: string } | undefined {
  const match = /^\/\* ---[ \t]*\n([\s\S]*?)(?:^|\n)--- \*\/[ \t]*(?:\n|$)/.exec(text);
  if (!match) return undefined;
  const code = text.slice(match[0].length).replace(/^(?:[ \t]*\n)+/, '');
  return { yaml: match[1] ?? '', code: code.trim() === '' ? '' : `${code.trimEnd()}\n` };
}

function compile(
  { question, name, kind }: SnippetFile,
  matter: SnippetMatter,
  code: string,
): Snippet {
  const { race, variants, twinOf, decoys: written, ...rest } = matter;
  const decoys = written ? orderLines([...written]) : deriveDecoys(code, expectedLines(matter));
  return {
    ...rest,
    id: `${question}/${name}`,
    question,
    kind,
    code,
    variants: variants.map(({ from, to, expect }) => ({
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      expect,
    })),
    ...(race === undefined ? {} : { race }),
    ...(decoys.length === 0 ? {} : { decoys }),
    ...(twinOf === undefined ? {} : { twin: `${question}/${twinOf}` }),
  };
}

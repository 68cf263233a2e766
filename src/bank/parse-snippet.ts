import type { ModuleKind, Snippet } from './model.ts';
import type { Mistake, Position } from './mistake.ts';
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
  const { value, at } = parseFrontMatter(parts.yaml, 2, snippetSchema, report);
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
  const good = value && mistakes.length === 0;
  return {
    ...source,
    ...(good ? { snippet: compile(source, value, parts.code) } : {}),
    mistakes,
    at,
  };
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
  const { race, variants, twinOf, ...rest } = matter;
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
    ...(twinOf === undefined ? {} : { twin: `${question}/${twinOf}` }),
  };
}

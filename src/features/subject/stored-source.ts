import { isOrigin } from '../../program/origin.ts';
import { isRecord } from '../../collections/is-record.ts';
import type { Program } from './command-argument.ts';
import type { Subject } from './subject.ts';

/** What of a subject pages store: snippets are looked up again, since the bank may be newer. */
export type StoredSource =
  { readonly snippet: string } | { readonly program: Program; readonly own: boolean };

export function storedSource(subject: Subject): StoredSource {
  return subject.kind === 'snippet'
    ? { snippet: subject.snippet.id }
    : { program: subject.program, own: subject.own };
}

/** The subject that a page stored; undefined when the bank has no such snippet any more. */
export async function subjectOfSource(
  source: StoredSource,
  findSnippet: (id: string) => Promise<Subject | undefined>,
): Promise<Subject | undefined> {
  return 'snippet' in source
    ? findSnippet(source.snippet)
    : {
        kind: 'program',
        program: source.program,
        own: (source as { own?: unknown }).own !== false,
      };
}

export function isStoredSource(source: unknown): source is StoredSource {
  if (!isRecord(source)) return false;
  if (typeof source['snippet'] === 'string') return true;
  const { program } = source;
  return (
    isRecord(program) &&
    typeof program['code'] === 'string' &&
    typeof program['title'] === 'string' &&
    (program['kind'] === 'cjs' || program['kind'] === 'mjs') &&
    (program['origin'] === undefined || isOrigin(program['origin'])) &&
    (program['missing'] === undefined || Array.isArray(program['missing']))
  );
}

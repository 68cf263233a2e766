import { isSeq, parse, parseDocument } from 'yaml';

/** Adds an id to a list of a YAML text and keeps its comments. @throws Error when it is no YAML */
export function addToList(yaml: string, field: string, id: string): string {
  const document = parseDocument(yaml);
  const [problem] = document.errors;
  if (problem) throw problem;
  const list = document.get(field);
  if (isSeq(list)) list.add(id);
  else document.set(field, [id]);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** The title in a YAML text or in the front matter of a question; undefined when there is none. */
export function titleIn(text: string): string | undefined {
  const yaml = /^---\r?\n([^]*?)\r?\n---/.exec(text)?.[1] ?? text;
  try {
    const { title } = (parse(yaml, { logLevel: 'silent' }) ?? {}) as { title?: unknown };
    return typeof title === 'string' && title.trim() !== '' ? title : undefined;
  } catch {
    return undefined;
  }
}

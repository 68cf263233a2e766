import { isSeq, parseDocument } from 'yaml';

/** Adds an id to a list of a YAML text and keeps its comments. @throws Error when it is no YAML */
export function addToList(yaml: string, field: string, id: string): string {
  const document = parseDocument(yaml);
  const [problem] = document.errors;
  if (problem) throw problem;
  const list = document.get(field);
  if (isSeq(list)) list.add(id);
  else document.set(field, [id]);
  return document.toString({ lineWidth: 0 });
}

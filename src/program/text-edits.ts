/** Replaces what is between two offsets; an insertion where both are the same. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param edits must not overlap; of several at one place, the first one's text comes first */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The line breaks of a text: what stands in its place must keep them for what follows to keep its line. */
export const breaksOf = (text: string): string => text.replaceAll(/[^\n]+/g, '');

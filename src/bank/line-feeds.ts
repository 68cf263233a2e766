/** A file's text as everything here reads it: line feeds only, no byte order mark. */
export function lineFeeds(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

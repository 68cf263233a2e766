/** A file's text as everything here reads it: line feeds only, no byte order mark. */
export function lineFeeds(text: string): string {
  const marked = text.startsWith('\uFEFF') ? text.slice(1) : text;
  return marked.includes('\r') ? marked.replace(/\r\n?/g, '\n') : marked;
}

/** A piece of printed text: as it is, or the name of a character that would not be seen. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'control'; readonly text: string; readonly name: string };

// Controls (tab aside), the marks that turn the direction of text, and other invisible ones. Joiners stay: emoji and
// several scripts need them.
const invisible =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;

/** Splits a printed line so that characters that do something instead of showing can be seen. */
export function visibleText(text: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of text.matchAll(invisible)) {
    if (match.index > end) segments.push({ kind: 'text', text: text.slice(end, match.index) });
    segments.push(control(match[0]));
    end = match.index + match[0].length;
  }
  if (end < text.length) segments.push({ kind: 'text', text: text.slice(end) });
  return segments;
}

/** Unicode has pictures for the C0 controls and DEL; the others show their number. */
function control(character: string): Segment {
  const code = character.charCodeAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code <= 0x1f) return { kind: 'control', text: String.fromCharCode(0x2400 + code), name };
  if (code === 0x7f) return { kind: 'control', text: '\u2421', name };
  return { kind: 'control', text: name, name };
}

/** Each line an element of its own, for its number and its mark. */
export function codeLines(code: string): string {
  return code
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `<span class="line${indentClass(line)}">${line}</span>`)
    .join('');
}

/** The class of a line that is indented, by even steps up to the widest that the style sheet knows. */
function indentClass(line: string): string {
  // Thousands of lines begin at the margin.
  if (!/^(?:<[^>]*>)*[ \t]/.test(line)) return '';
  const start = /^(?:<[^>]*>|[ \t])*/.exec(line)?.[0] ?? '';
  const width = start.replace(/<[^<>]*>/g, '').replaceAll('\t', '  ').length;
  const indent = Math.min(16, width - (width % 2));
  return indent === 0 ? '' : ` in-${indent}`;
}

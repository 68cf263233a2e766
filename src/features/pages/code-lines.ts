/** Each line an element of its own, for its number and its mark. */
export function codeLines(code: string): string {
  return code
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `<span class="line">${line}</span>`)
    .join('');
}

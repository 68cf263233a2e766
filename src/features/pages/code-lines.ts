/**
 * Each line an element of its own, for its number and its mark. Empty lines at the beginning stand for
 * what a document has before the code: they are counted and not shown.
 */
export function codeLines(code: string): string {
  const lines = code.replace(/\n$/, '').split('\n');
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  );
  const shown = lines
    .slice(first)
    .map((line) => `<span class="line${indentClass(line)}">${line}</span>`);
  return passedLines(first) + shown.join('');
}

/** Moves the counter of lines on, one step for each binary digit: the pages' policy allows no style of its own. */
function passedLines(count: number): string {
  if (count === 0) return '';
  const steps = Array.from({ length: 17 }, (_, digit) => 2 ** digit)
    .filter((step) => (count & step) !== 0)
    .map((step) => `<span class="pass-${step}"></span>`);
  return `<span class="passed" data-count="${count}">${steps.join('')}</span>`;
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

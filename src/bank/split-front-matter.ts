import type { Report } from './mistake.ts';

/** The YAML between the two lines `---` at a file's start, and the line on which its text begins. */
export function splitFrontMatter(
  lines: readonly string[],
  report: Report,
): { readonly yaml?: string; readonly bodyLine: number } {
  if (lines[0]?.trimEnd() !== '---') {
    const advice = 'Start it with a line `---`, the fields as YAML, and another line `---`.';
    report({ line: 1 }, 'The file does not start with front matter', advice);
    return { bodyLine: 1 };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1) {
    report(
      { line: 1 },
      'The front matter does not end',
      'Write a line `---` after its last field.',
    );
    return { bodyLine: lines.length + 1 };
  }
  return { yaml: lines.slice(1, end).join('\n'), bodyLine: end + 2 };
}

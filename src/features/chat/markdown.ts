/** Explanations are plain text with code in backticks; whatever else looks like Markdown in them is text. */
export const plainMarkdown = (text: string): string =>
  text
    .split(/(`[^`\n]+`)/)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(meant, '\\$&')))
    .join('');

/** What Markdown gives a meaning within a line, with the addresses that it makes links of by itself. */
const meant = /[\\`*_[\]()<>#!|~&@$]|:(?=\/\/)|(?<=\bwww)\./gi;

/** A fence that no line of the text can end. */
export function fenced(text: string, language: string): string {
  const ticks = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(ticks.reduce((longest, { length }) => Math.max(longest, length), 2) + 1);
  return `${fence}${language}\n${text}\n${fence}\n`;
}

/**
 * Markdown that shows a text as it is: nothing in it is taken for Markdown. Unlike
 * `MarkdownString.appendText`, whose spaces don't break, it lets long lines wrap.
 */
export const plainMarkdown = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ');

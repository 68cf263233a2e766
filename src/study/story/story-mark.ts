import type { StoryTemplate } from '../../bank/material.ts';

/**
 * The template that a document was begun from, by the field of its front matter.
 * @param beginning of the document; the rest says nothing about it
 */
export function storyOf(beginning: string): string | undefined {
  const [, matter] = /^---\r?\n([^]*?)(?:\r?\n---|$)/.exec(beginning) ?? [];
  return matter === undefined ? undefined : /^loopwise-story:\s*([\w-]+)\s*$/m.exec(matter)?.[1];
}

/** A document to begin a story with; `storyOf` knows it again. */
export function newStory({ id, title, body }: StoryTemplate): string {
  return `---\nloopwise-story: ${id}\n---\n\n# ${title}\n\n${body}\n`;
}

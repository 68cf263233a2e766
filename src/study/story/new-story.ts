import type { StoryTemplate } from '../../bank/material.ts';

/** A document to begin a story with; `storyOf` knows it again. */
export function newStory({ id, title, body }: StoryTemplate): string {
  return `---\nloopwise-story: ${id}\n---\n\n# ${title}\n\n${body}\n`;
}

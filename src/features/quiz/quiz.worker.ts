import { answerRequests } from '../threads/answer-requests.ts';
import { blockMarkdown } from '../pages/block-markdown.ts';
import { inlineMarkdown } from '../pages/inline-markdown.ts';
import type { MarkdownTexts } from '../pages/rendered-markdown.ts';

// Markdown of a pack can take long to parse, and must not hold up the editor. Links are left to the
// answer's own page: here only their texts are shown.
const inline = inlineMarkdown(() => undefined);
const block = blockMarkdown('');

answerRequests((message): readonly string[] => {
  const texts = message as MarkdownTexts;
  return [...texts.inline.map((text) => inline(text)), ...texts.blocks.map((text) => block(text))];
});

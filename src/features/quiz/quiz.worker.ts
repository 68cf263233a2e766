import { answerRequests } from '../threads/answer-requests.ts';
import { blockMarkdown } from '../pages/block-markdown.ts';
import { inlineMarkdown } from '../pages/inline-markdown.ts';

/** Texts of one line, and those with blocks; the answer has both in this order. */
export interface QuizTexts {
  readonly inline: readonly string[];
  readonly blocks: readonly string[];
}

// Markdown of a pack can take long to parse, and must not hold up the editor. Links are left to the
// answer's own page: here only their texts are shown.
const inline = inlineMarkdown(() => undefined);
const block = blockMarkdown('');

answerRequests((message): readonly string[] => {
  const texts = message as QuizTexts;
  return [...texts.inline.map((text) => inline(text)), ...texts.blocks.map((text) => block(text))];
});

import { answerRequests } from '../threads/answer-requests.ts';
import { inlineMarkdown } from '../pages/inline-markdown.ts';

// Markdown of a pack can take long to parse, and must not hold up the editor. Links are left to the
// answer's own page: here only their texts are shown.
const inline = inlineMarkdown(() => undefined);

answerRequests((message): readonly string[] => {
  const texts = message as readonly string[];
  return texts.map((text) => inline(text));
});

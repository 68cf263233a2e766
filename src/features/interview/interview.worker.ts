import { answerRequests } from '../threads/answer-requests.ts';
import { inlineMarkdown } from '../pages/inline-markdown.ts';
import { blockMarkdown } from '../pages/block-markdown.ts';
import type { MarkdownTexts } from '../pages/rendered-markdown.ts';
import { hintSheetHtml, type HintSheet } from './hint-sheet.ts';

/** What the thread is asked: texts of the page, or the sheet for a friend. */
export type InterviewWork =
  | (MarkdownTexts & {
      readonly kind: 'texts';
      /** What stands in the place of a drawing. */
      readonly drawing: string;
    })
  | { readonly kind: 'sheet'; readonly sheet: HintSheet };

// Markdown of a pack can take long to parse, and must not hold up the editor. Links are left to the
// answer's own page: here only their texts are shown.
const inline = inlineMarkdown(() => undefined);

answerRequests((message): readonly string[] => {
  const work = message as InterviewWork;
  if (work.kind === 'sheet') return [hintSheetHtml(work.sheet, inline, blockMarkdown(''))];
  const blocks = blockMarkdown(work.drawing);
  return [...work.inline.map(inline), ...work.blocks.map(blocks)];
});

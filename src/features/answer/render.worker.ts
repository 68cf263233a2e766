import { configureL10n } from '../threads/thread-l10n.ts';
import { answerRequests } from '../threads/answer-requests.ts';
import type { AnswerView } from './answer-view.ts';
import { createCodeMarks } from '../pages/code-marks.ts';
import type { Paint } from './code-block.ts';
import { renderAnswer } from './render-answer.ts';
import type { Links, RenderRequest, SentAnswer } from './render-messages.ts';
import { noteHtml } from './render-notes.ts';

// Renders answers and notes in a thread of its own: 64 KB of Markdown that means harm take seconds.
configureL10n();
answerRequests((message): SentAnswer | string => {
  const request = message as RenderRequest;
  switch (request.kind) {
    case 'answer': {
      const { add, code, mark } = createCodeMarks();
      const { links, ...view } = request.view;
      const paint: Paint = (text, language) => add({ code: text, language });
      return { ...renderAnswer({ ...view, linked: linkedBy(links) }, paint), code, mark };
    }
    case 'note': {
      return noteHtml(request.note, linkedBy(request.links));
    }
    case 'begin':
      return '';
  }
});

/** Names like `constructor` are names like others. */
function linkedBy(links: Links): AnswerView['linked'] {
  const known = new Map(Object.entries(links));
  return (link) => known.get(link);
}

import { cheatSheet } from '../../bank/cheat-sheet.ts';
import { cheatSheetMarkdown } from '../../bank/cheat-sheet-markdown.ts';
import { answerRequests } from '../threads/answer-requests.ts';
import { configureL10n } from '../threads/thread-l10n.ts';
import { cheatSheetHtml } from './export-html.ts';
import { pageBody } from './page-body.ts';
import type { SheetRequest } from './sheet-messages.ts';

// Writes the cheat sheet in a thread of its own: it holds texts of thousands of questions, from anybody.
configureL10n();
answerRequests((message): string => {
  const request = message as SheetRequest;
  if (request.kind === 'page') {
    return pageBody(request.bank, request.level, request.about, request.names);
  }
  const { bank, level, texts, language } = request;
  const sheet = cheatSheet(bank, level);
  return request.kind === 'html'
    ? cheatSheetHtml(sheet, texts, language)
    : cheatSheetMarkdown(sheet, texts);
});

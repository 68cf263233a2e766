import { answerRequests } from '../threads/answer-requests.ts';
import { colorCode } from './color-code.ts';
import type { ColorAnswer, ColorRequest } from './color-messages.ts';
import type { CodeTheme } from './theme.ts';

// Colours code in a thread of its own: reading the grammars takes some hundred milliseconds, and a
// grammar may take seconds for a line.
const themes = new Map<string, CodeTheme | undefined>();

answerRequests((message): ColorAnswer => {
  const request = message as ColorRequest;
  const { code, language, key } = request;
  if ('theme' in request) themes.set(key, request.theme);
  if (!themes.has(key)) return 'theme?';
  return colorCode(code, language, key, themes.get(key));
});

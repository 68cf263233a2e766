import { ankiText } from '../../study/transfer/anki-text.ts';
import { answerRequests } from '../threads/answer-requests.ts';
import { ankiCards } from './anki-cards.ts';
import { syncLog } from './sync-log.ts';
import type { TransferRequest } from './transfer-messages.ts';

// In a thread of its own: texts of packs are anybody's, and a log may be long.
answerRequests((message) => {
  const request = message as TransferRequest;
  return request.kind === 'sync'
    ? syncLog(request)
    : ankiText(ankiCards(request.sources, request.texts), request.deck);
});

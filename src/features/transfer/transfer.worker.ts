import { ankiText } from '../../study/transfer/anki-text.ts';
import { formattedEntries } from '../../study/transfer/progress-file.ts';
import { answerRequests } from '../threads/answer-requests.ts';
import { ankiCards } from './anki-cards.ts';
import { slotOf, syncLog } from './sync-log.ts';
import type { TransferRequest } from './transfer-messages.ts';

// In a thread of its own: texts of packs are anybody's, and a log may be long.
answerRequests((message) => {
  const request = message as TransferRequest;
  switch (request.kind) {
    case 'anki':
      return ankiText(ankiCards(request.sources, request.texts), request.deck);
    case 'sync':
      return syncLog(request);
    case 'own':
      return slotOf(request.slots, request.machine);
    case 'formatted':
      return formattedEntries(request.text);
  }
});

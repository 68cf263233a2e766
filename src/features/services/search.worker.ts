import type { SearchHit } from '../../bank/search.ts';
import { createSearch } from '../../bank/search.ts';
import { answerRequests } from '../threads/answer-requests.ts';
import type { SearchRequest } from './search-messages.ts';

// A thread of its own: indexing ten thousand questions takes seconds, and who never searches never
// loads the search library.
const search = createSearch();

answerRequests((message): readonly SearchHit[] => {
  const request = message as SearchRequest;
  switch (request.kind) {
    case 'add':
      search.add(request.documents);
      return [];
    case 'find':
      return search.find(request.words);
  }
});

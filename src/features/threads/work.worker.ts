import { answerRequests } from './answer-requests.ts';
import { doWork } from './work-table.ts';
import type { WorkRequest } from './work.ts';

// Reads foreign code and reckons with what it printed, in a thread of its own: 100,000 characters, or
// a record of 20,000 events, may take seconds.
answerRequests((message) => {
  const { name, args } = message as WorkRequest;
  return doWork(name, args);
});

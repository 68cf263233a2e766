import { workerData } from 'node:worker_threads';
import { answerRequests } from '../../../src/features/services/answer-requests.ts';

let asked = 0;

answerRequests((request) => {
  asked++;
  if (request === 'fail') throw new Error('It could not be done');
  if (request === 'end') process.exit(3);
  return { request, asked, data: workerData as unknown };
});

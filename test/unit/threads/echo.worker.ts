import { workerData } from 'node:worker_threads';
import { answerRequests } from '../../../src/features/threads/answer-requests.ts';

let asked = 0;
let goOn: (value?: unknown) => void = () => undefined;

answerRequests(async (request, working) => {
  asked++;
  if (request === 'fail') throw new Error('It could not be done');
  if (request === 'end') process.exit(3);
  if (request === 'hang') {
    working('an endless loop');
    await new Promise((resolve) => (goOn = resolve));
    for (;;);
  }
  // The answer is on its way before the loop begins.
  if (request === 'goes on') setTimeout(() => goOn(), 0);
  return { request, asked, data: workerData as unknown };
});

import { parentPort } from 'node:worker_threads';
import type { Envelope, Reply } from './thread.ts';

/** The other end of `createThread`: what `answer` throws is told to who asked. */
export function answerRequests(answer: (request: unknown) => unknown): void {
  const replyTo = async ({ number, request }: Envelope<unknown>): Promise<Reply<unknown>> => {
    try {
      return { number, answer: await answer(request) };
    } catch (error) {
      return { number, failed: error instanceof Error ? error.message : String(error) };
    }
  };
  parentPort?.on('message', (message: Envelope<unknown>) => {
    void replyTo(message).then((reply) => parentPort?.postMessage(reply));
  });
}

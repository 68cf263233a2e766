import { parentPort } from 'node:worker_threads';
import type { Envelope, Reply } from './thread.ts';

/**
 * The other end of `createThread`: what `answer` throws is told to who asked.
 * @param answer may say with `working` what it is at, which gives it time anew
 */
export function answerRequests(
  answer: (request: unknown, working: (at: string) => void) => unknown,
): void {
  const replyTo = async ({ number, request }: Envelope<unknown>): Promise<Reply<unknown>> => {
    try {
      const working = (at: string): void => parentPort?.postMessage({ number, at });
      return { number, answer: await answer(request, working) };
    } catch (error) {
      return { number, failed: error instanceof Error ? error.message : String(error) };
    }
  };
  parentPort?.on('message', (message: Envelope<unknown>) => {
    void replyTo(message).then((reply) => parentPort?.postMessage(reply));
  });
}

import { parentPort } from 'node:worker_threads';
import type { Transferable } from 'node:worker_threads';
import { pack, unpack } from './parcel.ts';
import type { Envelope, Reply } from './thread.ts';

/**
 * The other end of `createThread`: what `answer` throws is told to who asked.
 * @param answer may say with `working` what it is at, which gives it time anew
 */
export function answerRequests(
  answer: (request: unknown, working: (at: string) => void) => unknown,
): void {
  const reply = async ({ number, request }: Envelope): Promise<void> => {
    const post = (message: Reply, transfer?: Transferable[]): void =>
      parentPort?.postMessage(message, transfer);
    try {
      const asked = request.lists ? await unpack(request) : request.value;
      const working = (at: string): void => post({ number, at });
      const { parcel, transfer } = await pack(await answer(asked, working));
      post({ number, answer: parcel }, transfer);
    } catch (error) {
      post({ number, failed: error instanceof Error ? error.message : String(error) });
    }
  };
  parentPort?.on('message', (message: Envelope) => void reply(message));
}

import { parentPort, workerData } from 'node:worker_threads';
import { createPackReader } from '../../bank/pack-folder.ts';
import type { PackAnswer, PackRequest, PackWorkerData } from './pack-messages.ts';

// Reads packs in a thread of its own: ten thousand questions take seconds, and the thread of the
// extension host belongs to everybody.
const own = new Set((workerData as PackWorkerData).ownQuestions);
const reader = createPackReader((id) => own.has(id));

parentPort?.on('message', (message: PackRequest) => {
  void answer(message).then((reply) => parentPort?.postMessage(reply));
});

async function answer({ request, kind, folder, texts }: PackRequest): Promise<PackAnswer> {
  try {
    const pack = await reader.read(folder, texts);
    return kind === 'read'
      ? { request, kind, pack }
      : { request, kind: 'checked', mistakes: pack.mistakes };
  } catch (error) {
    return {
      request,
      kind: 'failed',
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

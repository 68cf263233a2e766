import { workerData } from 'node:worker_threads';
import { createPackReader } from '../../bank/pack-folder.ts';
import { answerRequests } from '../services/answer-requests.ts';
import type { PackAnswer, PackRequest, PackWorkerData } from './pack-messages.ts';

// Reads packs in a thread of its own: ten thousand questions take seconds, and the thread of the
// extension host belongs to everybody.
const own = new Set((workerData as PackWorkerData).ownQuestions);
const reader = createPackReader((id) => own.has(id));

answerRequests(async (message): Promise<PackAnswer> => {
  const { kind, folder, texts } = message as PackRequest;
  const pack = await reader.read(folder, texts);
  return kind === 'read' ? { kind, pack } : { kind: 'checked', mistakes: pack.mistakes };
});

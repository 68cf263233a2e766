import { workerData } from 'node:worker_threads';
import type { Bank } from '../../bank/model.ts';
import { createPackReader } from '../../bank/pack-folder.ts';
import { answerRequests } from '../threads/answer-requests.ts';
import type { PackAnswer, PackRequest, PackWorkerData } from './pack-messages.ts';

// Reads a pack in a thread of its own: ten thousand questions take seconds, and the thread of the
// extension host belongs to everybody.
const own = new Set((workerData as PackWorkerData).ownQuestions);
const reader = createPackReader((id) => own.has(id));
let bank: Bank | undefined;

/** Questions, with their snippets, that are handed over at a time: some hundred kilobytes. */
const perPart = 40;
/** A file of fewer characters takes no time to speak of, so that not each is announced. */
const worthTelling = 2000;

answerRequests(async (message, working): Promise<PackAnswer> => {
  const { kind, folder, texts, leftOut, part = 0 } = message as PackRequest;
  if (kind === 'part') return partOf(part);
  let told = 0;
  const tell = (at: string, isWorth: boolean): void => {
    const now = performance.now();
    if (!isWorth && now - told < 100) return;
    told = now;
    working(at);
  };
  const pack = await reader.read(folder, texts, {
    isLeftOut: (file, length) => leftOut.get(file)?.length === length,
    reads: () => tell('reading', false),
    begins: (file, length) => tell(`${length} ${file}`, length >= worthTelling),
  });
  const { mistakes } = pack;
  if (kind === 'check') return { kind: 'checked', mistakes };
  bank = pack.bank;
  if (!pack.pack || !bank) return { kind: 'read', mistakes, parts: 0 };
  return {
    kind: 'read',
    pack: pack.pack,
    bank: { ...bank, questions: [], snippets: [] },
    parts: Math.ceil(Math.max(bank.questions.length, bank.snippets.length) / perPart),
    mistakes,
  };
});

function partOf(part: number): PackAnswer {
  const [from, to] = [part * perPart, (part + 1) * perPart];
  return {
    kind: 'part',
    questions: bank?.questions.slice(from, to) ?? [],
    snippets: bank?.snippets.slice(from, to) ?? [],
  };
}

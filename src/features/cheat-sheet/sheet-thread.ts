import type { CheatBank } from '../../bank/cheat-sheet.ts';
import { createThread } from '../threads/thread.ts';
import type { Thread } from '../threads/thread.ts';
import type { Translation } from '../threads/thread-l10n.ts';
import type { SheetRequest } from './sheet-messages.ts';

/** How long a sheet may take, in milliseconds, and how long the thread is kept. */
const times = { patience: 15_000, idle: 60_000 };

let thread: Thread<SheetRequest, string> | undefined;

/**
 * Writes a sheet in a thread, whatever its texts are.
 * @param script the bundle of sheet.worker.ts
 * @param translation what VS Code has as `l10n.bundle`: undefined for English
 * @throws TookTooLong
 */
export async function writeSheet(
  script: string,
  request: SheetRequest,
  translation: Translation,
): Promise<string> {
  thread ??= createThread(script, translation, times);
  return thread.ask({ ...request, bank: slim(request.bank) });
}

/** Without what no sheet shows: most of a bank. */
const slim = ({ topics, questions }: CheatBank): CheatBank => ({
  topics,
  questions: questions.map(
    ({ id, topic, title, level, sayIt, keyPoints, commonMistake, pack }) => ({
      ...{ id, topic, title, level, sayIt, keyPoints, commonMistake },
      ...(pack !== undefined && { pack }),
    }),
  ),
});

import type { Mistake } from '../../bank/mistake.ts';
import type { Bank, Question, Snippet } from '../../bank/model.ts';
import type { ReadPack } from '../../bank/pack-folder.ts';
import { createThread, isTookTooLong } from '../threads/thread.ts';
import type { LeftOut, PackAnswer, PackRequest, PackWorkerData } from './pack-messages.ts';

/** Reads one pack in a thread of its own, which begins with the first request. */
export interface PackWorker {
  /** @throws Error when the thread cannot read at all */
  read(folder: string, texts: ReadonlyMap<string, string>): Promise<ReadPack>;
  /** The mistakes alone. */
  check(folder: string, texts: ReadonlyMap<string, string>): Promise<readonly Mistake[]>;
  dispose(): void;
}

/** How long the thread is kept with what it remembers of the pack, in milliseconds. */
const idle = 60_000;
/** How long it may work at one file, in milliseconds: any that is not hostile takes a few. */
const patience = 15_000;
/** How many files may be left out before the pack is given up. */
const mostLeftOut = 5;

/**
 * A pack of others never waits for this one, and no file makes it hang: one that the thread does
 * not get through is left out until it changes, as a mistake of that file.
 */
export function createPackWorker(
  script: string,
  data: PackWorkerData,
  times = { patience, idle },
): PackWorker {
  const thread = createThread<PackRequest, PackAnswer>(script, data, times);
  const leftOut = new Map<string, LeftOut>();

  const ask = async (request: Omit<PackRequest, 'leftOut'>): Promise<PackAnswer> => {
    for (;;) {
      try {
        return await thread.ask({ ...request, leftOut });
      } catch (error) {
        const hung = isTookTooLong(error) ? leftOutOf(error.at) : undefined;
        if (!hung || leftOut.size >= mostLeftOut) throw error;
        leftOut.set(hung.file, hung);
      }
    }
  };

  return {
    async read(folder, texts) {
      const answer = await ask({ kind: 'read', folder, texts });
      if (answer.kind !== 'read') return { mistakes: [] };
      const { pack, bank, mistakes, parts } = answer;
      if (!pack || !bank) return { mistakes };
      const questions: Question[] = [];
      const snippets: Snippet[] = [];
      // Each part is a message of its own: taking over a large pack as one stops this thread.
      for (let part = 0; part < parts; part++) {
        const next = await ask({ kind: 'part', folder, texts: new Map(), part });
        if (next.kind !== 'part') break;
        for (const question of next.questions) questions.push(question);
        for (const snippet of next.snippets) snippets.push(snippet);
      }
      const whole: Bank = { ...bank, questions, snippets };
      return { pack, bank: whole, mistakes };
    },
    async check(folder, texts) {
      const answer = await ask({ kind: 'check', folder, texts });
      return answer.kind === 'checked' ? answer.mistakes : [];
    },
    dispose: () => thread.dispose(),
  };
}

function leftOutOf(at: string | undefined): LeftOut | undefined {
  const space = at?.indexOf(' ') ?? -1;
  if (at === undefined || space < 0) return undefined;
  return { length: Number(at.slice(0, space)), file: at.slice(space + 1) };
}

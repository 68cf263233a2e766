import type { Mistake } from '../../bank/mistake.ts';
import type { ReadPack } from '../../bank/pack-folder.ts';
import { createThread } from '../services/thread.ts';
import type { PackAnswer, PackRequest, PackWorkerData } from './pack-messages.ts';

/** Reads packs in another thread, which begins with the first request. */
export interface PackWorker {
  /** @throws Error when the thread cannot read at all */
  read(folder: string, texts: ReadonlyMap<string, string>): Promise<ReadPack>;
  /** The mistakes alone. */
  check(folder: string, texts: ReadonlyMap<string, string>): Promise<readonly Mistake[]>;
  dispose(): void;
}

/** How long the thread is kept with what it remembers of the packs, in milliseconds. */
const idleTime = 60_000;

export function createPackWorker(script: string, data: PackWorkerData): PackWorker {
  const thread = createThread<PackRequest, PackAnswer>(script, data, idleTime);
  return {
    async read(folder, texts) {
      const answer = await thread.ask({ kind: 'read', folder, texts });
      return answer.kind === 'read' ? answer.pack : { mistakes: [] };
    },
    async check(folder, texts) {
      const answer = await thread.ask({ kind: 'check', folder, texts });
      return answer.kind === 'checked' ? answer.mistakes : [];
    },
    dispose: () => thread.dispose(),
  };
}

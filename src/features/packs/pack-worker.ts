import { Worker } from 'node:worker_threads';
import type { Mistake } from '../../bank/mistake.ts';
import type { ReadPack } from '../../bank/pack-folder.ts';
import type { PackAnswer, PackRequest, PackWorkerData } from './pack-messages.ts';

/** Reads packs in another thread, which begins with the first request. */
export interface PackWorker {
  /** @throws Error when the thread cannot read at all */
  read(folder: string, texts: ReadonlyMap<string, string>): Promise<ReadPack>;
  /** The mistakes alone. */
  check(folder: string, texts: ReadonlyMap<string, string>): Promise<readonly Mistake[]>;
  dispose(): void;
}

/** How long a thread that nobody asks anything is kept, with what it remembers, in milliseconds. */
const idleTime = 60_000;

interface Waiting {
  readonly resolve: (answer: PackAnswer) => void;
  readonly reject: (error: Error) => void;
}

export function createPackWorker(script: string, data: PackWorkerData): PackWorker {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const rest = (): void => {
    clearTimeout(idle);
    if (waiting.size > 0) return;
    idle = setTimeout(() => {
      void worker?.terminate();
      worker = undefined;
    }, idleTime);
    idle.unref();
  };

  const failAll = (ended: Worker, error: Error): void => {
    if (worker !== ended) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(script, { workerData: data });
    started.unref();
    started.on('message', (answer: PackAnswer) => {
      const one = waiting.get(answer.request);
      waiting.delete(answer.request);
      rest();
      if (answer.kind === 'failed') one?.reject(new Error(answer.message));
      else one?.resolve(answer);
    });
    // Another one is started by the next request.
    started.on('error', (error: Error) => failAll(started, error));
    started.on('exit', () => failAll(started, new Error('The reader of packs has ended.')));
    return started;
  };
  const ask = (
    kind: PackRequest['kind'],
    folder: string,
    texts: ReadonlyMap<string, string>,
  ): Promise<PackAnswer> => {
    const request = ++last;
    clearTimeout(idle);
    worker ??= start();
    worker.postMessage({ request, kind, folder, texts } satisfies PackRequest);
    return new Promise((resolve, reject) => waiting.set(request, { resolve, reject }));
  };

  return {
    async read(folder, texts) {
      const answer = await ask('read', folder, texts);
      return answer.kind === 'read' ? answer.pack : { mistakes: [] };
    },
    async check(folder, texts) {
      const answer = await ask('check', folder, texts);
      return answer.kind === 'checked' ? answer.mistakes : [];
    },
    dispose() {
      clearTimeout(idle);
      void worker?.terminate();
    },
  };
}

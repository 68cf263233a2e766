import { Worker } from 'node:worker_threads';

/** Work that is done in another thread, which begins with the first request. */
export interface Thread<Request, Answer> {
  /** @throws Error when the thread fails or ends before it answers */
  ask(request: Request): Promise<Answer>;
  dispose(): void;
}

/** What goes to the thread and comes back; `number` says what an answer belongs to. */
export interface Envelope<Request> {
  readonly number: number;
  readonly request: Request;
}

export type Reply<Answer> =
  | { readonly number: number; readonly answer: Answer }
  | { readonly number: number; readonly failed: string };

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * @param script a file that calls `answerRequests`
 * @param data for the thread's `workerData`
 * @param idleTime how long a thread that nobody asks anything is kept, in milliseconds; it begins
 *   again, with nothing in its memory, when it is asked. Without, it is kept until `dispose`.
 */
export function createThread<Request, Answer>(
  script: string,
  data: unknown,
  idleTime = Infinity,
): Thread<Request, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  let worker: Worker | undefined;
  let last = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const rest = (): void => {
    clearTimeout(idle);
    if (waiting.size > 0 || idleTime === Infinity) return;
    idle = setTimeout(end, idleTime);
    idle.unref();
  };
  const end = (): void => {
    const ended = worker;
    worker = undefined;
    void ended?.terminate();
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
    started.on('message', (reply: Reply<Answer>) => {
      const one = waiting.get(reply.number);
      waiting.delete(reply.number);
      rest();
      if ('failed' in reply) one?.reject(new Error(reply.failed));
      else one?.resolve(reply.answer);
    });
    // Another one is started by the next request.
    started.on('error', (error: Error) => failAll(started, error));
    started.on('exit', () => failAll(started, new Error('The thread has ended.')));
    return started;
  };

  return {
    ask(request) {
      const number = ++last;
      clearTimeout(idle);
      worker ??= start();
      worker.postMessage({ number, request } satisfies Envelope<Request>);
      return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }));
    },
    dispose() {
      clearTimeout(idle);
      const ended = worker;
      if (ended) failAll(ended, new Error('The thread is not needed any more.'));
      void ended?.terminate();
    },
  };
}

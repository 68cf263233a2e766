import { Worker } from 'node:worker_threads';
import { pack, unpack } from './parcel.ts';
import type { Packed, Parcel } from './parcel.ts';

/** Work that is done in another thread, which begins with the first request. */
export interface Thread<Request, Answer> {
  /**
   * @throws TookTooLong when the thread gives no sign of life for `patience`: it is ended then, with
   *   whatever else it was asked, and begins again with the next request
   * @throws Error when the thread fails or ends before it answers
   */
  ask(request: Request): Promise<Answer>;
  dispose(): void;
}

/** What goes to the thread and comes back; `number` says what an answer belongs to. */
export interface Envelope {
  readonly number: number;
  readonly request: Parcel;
}

export type Reply =
  /** The work goes on; `at` says with what. */
  | { readonly number: number; readonly at: string }
  | { readonly number: number; readonly answer: Parcel }
  | { readonly number: number; readonly failed: string };

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/** Nobody waits for a thread that may never answer. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
  /** What it was working at, when it said so. */
  readonly at: string | undefined;

  constructor(patience: number, at: string | undefined) {
    super(`No answer for ${patience / 1000} s${at === undefined ? '' : ` (${at})`}.`);
    this.at = at;
  }
}

/** By its name: each bundle has a class of its own. */
export const isTookTooLong = (error: unknown): error is TookTooLong =>
  error instanceof Error && error.name === 'TookTooLong';

/** How long a thread is waited for, and how long one that nobody asks anything is kept, in milliseconds. */
export interface ThreadTimes {
  readonly patience: number;
  /**
   * Then it begins again, with nothing in its memory, when it is asked. Without, it is kept until
   * `dispose`.
   */
  readonly idle?: number;
}

/**
 * @param script a file that calls `answerRequests`
 * @param data for the thread's `workerData`
 */
export function createThread<Request, Answer>(
  script: string,
  data: unknown,
  { patience, idle: idleTime = Infinity }: ThreadTimes,
): Thread<Request, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  let worker: Worker | undefined;
  let last = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let hurry: ReturnType<typeof setTimeout> | undefined;
  /** What the thread said last that it works at, and for which request. */
  let at: { readonly number: number; readonly at: string } | undefined;

  const rest = (): void => {
    clearTimeout(idle);
    if (waiting.size > 0 || idleTime === Infinity) return;
    idle = setTimeout(end, idleTime);
    idle.unref();
  };
  /** From now on, as long as there is something to answer. */
  const watch = (): void => {
    clearTimeout(hurry);
    if (waiting.size === 0) return;
    hurry = setTimeout(() => {
      const hung = worker;
      if (hung) failAll(hung, new TookTooLong(patience, at?.at));
      void hung?.terminate();
    }, patience);
    hurry.unref();
  };
  const end = (): void => {
    const ended = worker;
    worker = undefined;
    void ended?.terminate();
  };
  const failAll = (ended: Worker, error: Error): void => {
    if (worker !== ended) return;
    worker = undefined;
    at = undefined;
    clearTimeout(hurry);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(script, { workerData: data });
    started.unref();
    started.on('message', (reply: Reply) => {
      if (worker !== started) return;
      if ('at' in reply) {
        at = reply;
        watch();
        return;
      }
      if (at?.number === reply.number) at = undefined;
      const one = waiting.get(reply.number);
      waiting.delete(reply.number);
      watch();
      rest();
      if ('failed' in reply) one?.reject(new Error(reply.failed));
      // A promise of it, where it takes turns to read.
      else one?.resolve(unpack(reply.answer) as Answer);
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
      const asked = (worker ??= start());
      const answer = new Promise<Answer>((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        if (waiting.size === 1) watch();
      });
      const post = ({ parcel, transfer }: Packed): void => {
        const envelope: Envelope = { number, request: parcel };
        // What it was asked was answered as failed when it ended.
        if (worker === asked) asked.postMessage(envelope, transfer);
      };
      const fail = (error: Error): void => {
        waiting.get(number)?.reject(error);
        waiting.delete(number);
        watch();
        rest();
      };
      try {
        const packed = pack(request);
        if (packed instanceof Promise) packed.then(post).catch(fail);
        else post(packed);
      } catch (error) {
        fail(error as Error);
      }
      return answer;
    },
    dispose() {
      clearTimeout(idle);
      const ended = worker;
      if (ended) failAll(ended, new Error('The thread is no longer needed.'));
      void ended?.terminate();
    },
  };
}

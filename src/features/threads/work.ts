import { createThread, isTookTooLong } from './thread.ts';
import type { WorkTable } from './work-table.ts';

/** What the host asks the thread that works. */
export interface WorkRequest {
  readonly name: keyof WorkTable;
  readonly args: readonly unknown[];
}

/** What a function of the table is done with. */
export type Done<Function> = Function extends (...args: never[]) => Promise<infer Result>
  ? Result
  : Function extends (...args: never[]) => infer Result
    ? Result
    : never;

/**
 * Does the functions of a table in a thread, so that no input holds up the extension host.
 * @throws TookTooLong when the work takes longer than anybody waits
 */
export interface Work {
  do<Name extends keyof WorkTable>(
    name: Name,
    ...args: Parameters<WorkTable[Name]>
  ): Promise<Done<WorkTable[Name]>>;
  dispose(): void;
}

/** How long one piece of work may take, in milliseconds, and how long the thread is kept. */
const times = { patience: 15_000, idle: 300_000 };

/** @param script the bundle of work.worker.ts */
export function createWork(script: string, { patience, idle } = times): Work {
  const thread = createThread<WorkRequest, unknown>(script, undefined, { patience, idle });
  return {
    do: (name, ...args) => thread.ask({ name, args }) as Promise<Done<WorkTable[typeof name]>>,
    dispose: () => thread.dispose(),
  };
}

/** What is worth less than the rest of the answer: `otherwise` when it took too long. */
export async function inTimeOr<Result, Other>(
  work: Promise<Result>,
  otherwise: Other,
): Promise<Result | Other> {
  try {
    return await work;
  } catch (error) {
    if (isTookTooLong(error)) return otherwise;
    throw error;
  }
}

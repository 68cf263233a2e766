import type { Child } from './spawn-child.ts';

/** How a child ended; one of the two is there. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Not `close`: that waits for every grandchild that holds a pipe. */
export function exited({ process: child }: Child): Promise<Exit> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  }
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** All that was written is read, or somebody we could not end holds a pipe. */
export async function drained({ records, stdout, stderr }: Child): Promise<void> {
  const streams = [records, stdout, stderr];
  const ends = streams.map((stream) =>
    stream.readableEnded || stream.destroyed
      ? Promise.resolve()
      : new Promise<void>((resolve) => void stream.once('end', resolve).once('close', resolve)),
  );
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, 500)));
  await Promise.race([Promise.all(ends), limit]);
  clearTimeout(timer);
}

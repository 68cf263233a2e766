import type { Child } from './spawn-child.ts';

/** How a child ended; one of the two is there. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Whether the process died of a fault of its own: what Node does when it aborts. */
export function crashed({ code, signal }: Exit, platform = process.platform): boolean {
  if (platform === 'win32') return code === 134 || (code !== null && code >= 0x8000_0000);
  return signal !== null && crashSignals.has(signal);
}

const crashSignals = new Set<NodeJS.Signals>([
  'SIGABRT',
  'SIGBUS',
  'SIGFPE',
  'SIGILL',
  'SIGSEGV',
  'SIGTRAP',
]);

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

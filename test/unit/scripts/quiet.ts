import { format } from 'node:util';

/** Keeps what `work` says to people from the report of the tests; answers the lines. */
export async function quiet(work: () => Promise<void>): Promise<readonly string[]> {
  const lines: string[] = [];
  const { log, error } = console;
  console.log = console.error = (...args: unknown[]) => lines.push(format(...args));
  try {
    await work();
  } finally {
    Object.assign(console, { log, error });
  }
  return lines;
}

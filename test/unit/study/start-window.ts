// Starts another window of the log as a process of its own: a script of this folder, bundled once, since a Node that
// compiles TypeScript takes ten times as long to start.
import { spawn, type ChildProcessByStdio, type SpawnOptions } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** @returns the path of the bundle; @param folder where it goes */
export function bundleWindow(script: string, folder: string): string {
  const outfile = join(folder, `${script}.cjs`);
  buildSync({
    ...{ entryPoints: [join(here, `${script}.ts`)], outfile, bundle: true },
    ...{ platform: 'node', format: 'cjs', logLevel: 'error' },
  });
  return outfile;
}

/** @param limit what a shell sets before it becomes the process, such as `ulimit -f 200` */
export function startWindow(
  args: readonly string[],
  options: Omit<SpawnOptions, 'stdio'> = {},
  limit?: string,
): ChildProcessByStdio<null, Readable, null> {
  const node = [process.execPath, ...args];
  const [command = '', ...rest] =
    limit === undefined ? node : ['sh', '-c', `${limit}; exec "$@"`, '-', ...node];
  return spawn(command, rest, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
}

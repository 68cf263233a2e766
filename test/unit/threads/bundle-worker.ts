import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** Bundles a thread's script as the build does: a thread reads no TypeScript. */
export function bundleWorker(url: URL): { readonly script: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'loopwise-worker-'));
  const script = join(folder, 'worker.js');
  buildSync({
    entryPoints: [fileURLToPath(url)],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
  return { script, remove: () => rmSync(folder, { recursive: true }) };
}

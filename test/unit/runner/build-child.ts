import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import esbuild from 'esbuild';

/** The preload, built for tests into a folder of its own. */
export interface BuiltChild {
  readonly childFolder: string;
  remove(): Promise<void>;
}

/** Does not look at `dist`, which may be old or missing. */
export async function buildChild(): Promise<BuiltChild> {
  const childFolder = await mkdtemp(join(tmpdir(), 'loopwise-child-'));
  await esbuild.build({
    entryPoints: [
      'runner/child/preload.child.ts',
      'program/typescript.child.ts',
      'practice/harness.child.ts',
    ].map((path) => join(import.meta.dirname, '../../../src', path)),
    outdir: childFolder,
    entryNames: '[name]',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  return { childFolder, remove: () => rm(childFolder, { recursive: true, force: true }) };
}

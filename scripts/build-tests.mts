import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inRoot } from './lib/paths.mts';

/**
 * Bundles the suite that runs inside VS Code.
 * @param folder where to; below the project, so that mocha is found from there
 */
export async function buildTests(folder: string) {
  const source = inRoot('test', 'vscode');
  const tests = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.test.ts'),
  );
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => join(source, name)),
    outbase: source,
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    // One mocha for all, or tests would register with a copy that never runs.
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  void buildTests(inRoot('out', 'test', 'vscode'));
}

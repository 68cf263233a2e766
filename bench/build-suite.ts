import { join } from 'node:path';
import esbuild from 'esbuild';

/**
 * Bundles what runs inside VS Code.
 * @param name of the file in this folder, without its ending
 * @param folder where the bundle goes
 */
export async function buildSuite(name: string, folder: string): Promise<void> {
  await esbuild.build({
    entryPoints: { index: join(import.meta.dirname, `${name}.ts`) },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'warning',
  });
}

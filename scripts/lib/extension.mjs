// @ts-check
import { cpSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import vsce from '@vscode/vsce';
import { withLock } from './lock.mjs';
import { inRoot, root } from './paths.mjs';
import { run } from './processes.mjs';
import { temporaryFolder } from './temporary.mjs';

/** What .vscodeignore lets through, and that file itself. */
const SHIPPED =
  /^(dist|media|l10n|package(\.nls.*)?\.json|(README|CHANGELOG)\.md|LICENSE|\.vscodeignore)$/;

/** @returns {{ name: string, version: string, publisher: string, engines: { vscode: string } }} */
export const manifest = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

/**
 * Builds for production and packs what ships.
 * @param {string} vsix the file to write
 */
export async function packageExtension(vsix) {
  // Packed from a copy: vsce looks at every file below, which in the project are a great many.
  const stage = temporaryFolder();
  await stageExtension(stage.path, { production: true });
  await vsce.createVSIX({
    cwd: stage.path,
    packagePath: vsix,
    // Everything is bundled; the readme stands for itself, without a repository to link to.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    skipLicense: true,
  });
  stage.remove();
}

/**
 * Builds and copies what ships into a folder that a VS Code can take as an extension in development.
 * @param {string} folder
 * @param {{ production?: boolean }} [options]
 */
export async function stageExtension(folder, { production = false } = {}) {
  // Every build writes to the same `dist/`, so one that runs beside this one waits for the copy.
  await withLock(inRoot('.vscode-test', 'build.lock'), async () => {
    const flags = production ? ['--production'] : [];
    const code = await run(process.execPath, [inRoot('esbuild.mjs'), ...flags], { cwd: root });
    if (code !== 0) throw new Error('The build failed.');
    for (const name of readdirSync(root).filter((entry) => SHIPPED.test(entry))) {
      cpSync(inRoot(name), join(folder, name), { recursive: true });
    }
  });
}

// @ts-check
import { cpSync, readFileSync, readdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import vsce from '@vscode/vsce';
import { inRoot, root } from './paths.mjs';
import { run } from './processes.mjs';
import { shipsSomeOf, withoutDeadLinks } from './shipped.mjs';
import { temporaryFolder } from './temporary.mjs';

/** @returns {{ name: string, version: string, publisher: string, engines: { vscode: string }, repository?: unknown }} */
export const manifest = () => JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

const hasRepository = () => manifest().repository !== undefined;

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
    // Everything is bundled.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: hasRepository(),
    skipLicense: true,
  });
  stage.remove();
}

/**
 * Builds into a folder that a VS Code can take as an extension in development.
 * @param {string} folder empty; not the project's own, so that builds beside each other never meet
 * @param {{ production?: boolean }} [options]
 */
export async function stageExtension(folder, { production = false } = {}) {
  const otherBank = process.env['LOOPWISE_QUESTIONS'];
  const sources = {
    src: inRoot('src'),
    // Another bank can stand in while the real one has mistakes; the material leads to that one.
    ...(otherBank
      ? { questions: resolve(otherBank) }
      : { questions: inRoot('questions'), material: inRoot('material') }),
  };
  for (const [name, path] of Object.entries(sources)) {
    // A junction is what Windows lets everyone make.
    symlinkSync(path, join(folder, name), 'junction');
  }
  cpSync(inRoot('tsconfig.json'), join(folder, 'tsconfig.json'));
  const flags = production ? ['--production'] : [];
  const code = await run(process.execPath, [inRoot('esbuild.mjs'), ...flags], { cwd: folder });
  if (code !== 0) throw new Error('The build failed.');
  for (const name of [...Object.keys(sources), 'tsconfig.json']) unlinkSync(join(folder, name));
  const shipped = readdirSync(root).filter((name) => name !== 'dist' && shipsSomeOf(name));
  for (const name of [...shipped, '.vscodeignore']) {
    cpSync(inRoot(name), join(folder, name), { recursive: true });
  }
  if (hasRepository()) return;
  // There is no address that its links could be made to lead to.
  const readme = readFileSync(inRoot('README.md'), 'utf8');
  writeFileSync(join(folder, 'README.md'), withoutDeadLinks(readme));
}

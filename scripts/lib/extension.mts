import { cpSync, readFileSync, readdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { inRoot, root } from './paths.mts';
import { run } from './processes.mts';
import { shipsSomeOf, withoutDeadLinks } from './shipped.mts';
import { temporaryFolder } from './temporary.mts';

/** What scripts read of package.json. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly engines: { readonly vscode: string };
  readonly repository?: unknown;
}

export const manifest = (): Manifest =>
  JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as Manifest;

const hasRepository = () => manifest().repository !== undefined;

/**
 * Builds for production and packs what ships.
 * @param vsix the file to write
 */
export async function packageExtension(vsix: string) {
  // Packed from a copy: vsce looks at every file below, which in the project are a great many.
  const stage = temporaryFolder();
  await stageExtension(stage.path, { production: true });
  await createVSIX({
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
 * Packs an extension as it is.
 * @param vsix the file to write
 */
export async function packFolder(folder: string, vsix: string) {
  await createVSIX({
    cwd: folder,
    packagePath: vsix,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
}

/**
 * Builds into a folder that a VS Code can take as an extension in development.
 * @param folder empty; not the project's own, so that builds beside each other never meet
 */
export async function stageExtension(
  folder: string,
  { production = false }: { production?: boolean } = {},
) {
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

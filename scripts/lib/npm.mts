import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './paths.mts';
import { capture, run, runBeside } from './processes.mts';

/**
 * Installs packages into a folder of their own, without running their scripts.
 * @param folder created when missing
 * @param packages such as `name@1.2.3`; none installs what its package.json asks for
 * @returns rejects with npm's own words
 */
export async function npmInstall(
  folder: string,
  packages: readonly string[],
  flags: readonly string[] = [],
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, 'package.json');
  // Without one, npm would walk up and install into the project itself.
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const [program, ...first] = npmCommand();
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const args = [...first, 'install', '--prefix', folder, ...quiet, ...flags, ...packages];
  const { code, output } = await capture(program, args, { cwd: folder });
  if (code !== 0) {
    throw new Error(`npm install ${packages.join(' ')} failed:\n${output.trim().slice(-2000)}`);
  }
}

/** npm's own script, since `npm.cmd` cannot be started on Windows without a shell. */
function npmCommand(): [string, ...string[]] {
  const beside = dirname(process.execPath);
  const script = [
    process.env['npm_execpath'] ?? '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  return script ? [process.execPath, script] : ['npm'];
}

/**
 * Runs one of the project's npm scripts.
 * @returns exit code
 */
export function npmRun(script: string): Promise<number> {
  const [program, ...first] = npmCommand();
  return run(program, [...first, 'run', '--silent', script], { cwd: root });
}

/**
 * The same, for a script that runs beside others.
 * @returns exit code
 */
export function npmRunBeside(script: string): Promise<number> {
  const [program, ...first] = npmCommand();
  return runBeside(program, [...first, 'run', '--silent', script], { cwd: root });
}

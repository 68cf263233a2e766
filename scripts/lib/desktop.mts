import { existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { manifest } from './extension.mts';
import { inRoot, root } from './paths.mts';
import { end, exitCode, run, start } from './processes.mts';

/**
 * A desktop VS Code below `.vscode-test/`, downloaded when it is not there yet.
 * @param version `stable`, `oldest` (the oldest that package.json supports) or a number
 * @returns path of its program; rejects when the download cannot be made
 */
export function downloadDesktop(version: string): Promise<string> {
  return downloadAndUnzipVSCode({
    version: version === 'oldest' ? oldestSupported() : version,
    cachePath: inRoot('.vscode-test'),
    // Of silence, not of the whole download.
    timeout: 15_000,
  });
}

/** @returns such as `1.106.0` */
export const oldestSupported = (): string => manifest().engines.vscode.replace(/^\D+/, '');

/** @returns whether `runOnDesktop` has a display to run on */
export const canShow = (): boolean => hasDisplay() || onPath('xvfb-run') !== undefined;

/** Without a display, a desktop program on Linux ends at once and says little about why. */
export const hasDisplay = () =>
  process.platform !== 'linux' ||
  Boolean(process.env['DISPLAY']) ||
  Boolean(process.env['WAYLAND_DISPLAY']);

/**
 * @param name of a program
 * @returns where it is on PATH
 */
function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * The VS Code that the user has: the program itself, since the command `code` starts it out of our
 * reach and Ctrl+C could not end it.
 */
export function installedDesktop(): string | undefined {
  const command = onPath(process.platform === 'win32' ? 'code.cmd' : 'code');
  if (!command) return undefined;
  const bin = dirname(realpathSync(command));
  return [
    join(bin, '..', 'Code.exe'),
    join(bin, '..', 'code'),
    join(bin, '..', '..', '..', 'MacOS', 'Code'),
    join(bin, '..', '..', '..', 'MacOS', 'Electron'),
  ].find((path) => existsSync(path) && statSync(path).isFile());
}

/** Milliseconds. One that fails this early has shown no window: a library or the display is missing. */
const START = 10_000;

/**
 * Opens VS Code for a person, until the window is closed.
 * @returns its exit code; rejects when it could not start
 */
export async function openDesktop(program: string, args: readonly string[]): Promise<number> {
  const started = performance.now();
  const code = await run(program, args, {});
  if (code !== 0 && performance.now() - started < START) {
    throw new Error(`${program} ended at once with exit code ${code}`);
  }
  return code;
}

export interface DesktopRun {
  /** Of VS Code. */
  readonly program: string;
  /** Folder of the extension. */
  readonly extension: string;
  /** Folder of the built suite. */
  readonly tests: string;
  /** Folder to open. */
  readonly workspace: string;
  /** Folder for this run alone. */
  readonly userData: string;
  /** Folders of other extensions that are loaded too. */
  readonly beside?: readonly string[];
}

/**
 * Runs the suite in the desktop VS Code, under a virtual display where there is no real one.
 * @param options limit: milliseconds for the whole run
 * @returns 0 when all passed
 */
export async function runOnDesktop(
  desktopRun: DesktopRun,
  { env, limit }: { env: NodeJS.ProcessEnv; limit: number },
): Promise<number> {
  const script = inRoot('scripts', 'lib', 'suite-on-desktop.mts');
  const command = [process.execPath, '--import=tsx', script, JSON.stringify(desktopRun)];
  if (!hasDisplay()) command.unshift('xvfb-run', '-a');
  const [program = '', ...args] = command;
  // From here, where its loader is.
  const child = start(program, args, { cwd: root, env: { ...process.env, ...env } });
  const timer = setTimeout(() => {
    console.error(`The suite did not end within ${limit / 1000} s.`);
    void end(child);
  }, limit);
  return exitCode(child).finally(() => clearTimeout(timer));
}

// @ts-check
import { existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { manifest } from './extension.mjs';
import { inRoot } from './paths.mjs';
import { end, exitCode, run, start } from './processes.mjs';

/**
 * A desktop VS Code below `.vscode-test/`, downloaded when it is not there yet.
 * @param {string} version `stable`, `oldest` (the oldest that package.json supports) or a number
 * @returns {Promise<string>} path of its program; rejects when the download cannot be made
 */
export function downloadDesktop(version) {
  return downloadAndUnzipVSCode({
    version: version === 'oldest' ? oldestSupported() : version,
    cachePath: inRoot('.vscode-test'),
    // Of silence, not of the whole download.
    timeout: 15_000,
  });
}

/** @returns {string} such as `1.106.0` */
export const oldestSupported = () => manifest().engines.vscode.replace(/^\D+/, '');

/** @returns {boolean} whether `runOnDesktop` has a display to run on */
export const canShow = () => hasDisplay() || onPath('xvfb-run') !== undefined;

/** Without a display, a desktop program on Linux ends at once and says little about why. */
export const hasDisplay = () =>
  process.platform !== 'linux' ||
  Boolean(process.env['DISPLAY']) ||
  Boolean(process.env['WAYLAND_DISPLAY']);

/**
 * @param {string} name of a program
 * @returns {string | undefined} where it is on PATH
 */
function onPath(name) {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/**
 * The VS Code that the user has: the program itself, since the command `code` starts it out of our
 * reach and Ctrl+C could not end it.
 * @returns {string | undefined}
 */
export function installedDesktop() {
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
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<number>} its exit code; rejects when it could not start
 */
export async function openDesktop(program, args) {
  const started = performance.now();
  const code = await run(program, args);
  if (code !== 0 && performance.now() - started < START) {
    throw new Error(`${program} ended at once with exit code ${code}`);
  }
  return code;
}

/**
 * @typedef {object} DesktopRun
 * @property {string} program of VS Code
 * @property {string} extension folder of the extension
 * @property {string} tests folder of the built suite
 * @property {string} workspace folder to open
 * @property {string} userData folder for this run alone
 * @property {readonly string[]} [beside] folders of other extensions that are loaded too
 */

/**
 * Runs the suite in the desktop VS Code, under a virtual display where there is no real one.
 * @param {DesktopRun} desktopRun
 * @param {{ env: NodeJS.ProcessEnv, limit: number }} options limit: milliseconds for the whole run
 * @returns {Promise<number>} 0 when all passed
 */
export async function runOnDesktop(desktopRun, { env, limit }) {
  const script = inRoot('scripts', 'lib', 'suite-on-desktop.mjs');
  const command = [process.execPath, script, JSON.stringify(desktopRun)];
  if (!hasDisplay()) command.unshift('xvfb-run', '-a');
  const [program = '', ...args] = command;
  const child = start(program, args, { env: { ...process.env, ...env } });
  const timer = setTimeout(() => {
    console.error(`The suite did not end within ${limit / 1000} s.`);
    void end(child);
  }, limit);
  return exitCode(child).finally(() => clearTimeout(timer));
}

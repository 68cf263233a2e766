// @ts-check
// Opens the extension with the sample workspace in a VS Code: the one that is installed, or one
// that can be downloaded, or VS Code's server in the browser.
//   npm start -- --host=code|desktop|server --no-open
import { cpSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { downloadDesktop, hasDisplay, installedDesktop } from './lib/desktop.mjs';
import { npmRun } from './lib/npm.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { serve } from './lib/serve.mjs';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: process.env['LOOPWISE_HOST'] ?? 'any' },
    open: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

/** Kept between starts, with what was learned in it; apart from the user's own VS Code. */
const home = inRoot('.vscode-test', 'start');

/** @type {Record<string, (workspace: string) => Promise<number>>} each rejects when it cannot be had */
const ways = {
  code: async (workspace) =>
    openDesktop(needed(installedDesktop(), '`code` is not on PATH'), workspace),
  desktop: async (workspace) => {
    if (!hasDisplay()) throw new Error('there is no display');
    console.log('Looking for a VS Code to download …');
    return openDesktop(await downloadDesktop('stable'), workspace);
  },
  server: (workspace) => serve({ home, workspace, open: values.open }),
};

process.exitCode = await main();

async function main() {
  const wanted = values.host === 'any' ? Object.keys(ways) : [values.host];
  const workspace = inRoot('.vscode-test', 'start', 'workspace');
  const sample = inRoot('test', 'fixtures', 'sample-workspace');
  // Not over what was changed there at an earlier start.
  cpSync(sample, workspace, { recursive: true, force: false });
  console.log('Building the extension …');
  if ((await npmRun('build')) !== 0) {
    console.error('The build failed, for the reason above.');
    return 1;
  }
  const tried = [];
  for (const name of wanted) {
    try {
      return await needed(ways[name], 'there is no such way')(workspace);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      tried.push(`  ${name}: ${reason}`);
      console.log(`Not with "${name}": ${reason}`);
    }
  }
  console.error(
    `\nNo VS Code could be opened. Tried:\n${tried.join('\n')}\n` +
      'Put the `code` command of VS Code on PATH, or go online for a download, and try again.',
  );
  return 1;
}

/**
 * @param {string} program
 * @param {string} workspace
 */
async function openDesktop(program, workspace) {
  console.log('Opening VS Code; closing its window or Ctrl+C here ends it.');
  return run(program, [
    `--extensionDevelopmentPath=${root}`,
    `--user-data-dir=${home}/user`,
    `--extensions-dir=${home}/extensions`,
    '--new-window',
    '--skip-welcome',
    // Chromium's sandbox refuses to run as root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    workspace,
  ]);
}

/**
 * @template T
 * @param {T | undefined} value
 * @param {string} reason
 * @returns {T}
 */
function needed(value, reason) {
  if (value === undefined) throw new Error(reason);
  return value;
}

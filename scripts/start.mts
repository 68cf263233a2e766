// Opens the extension with the sample workspace in a VS Code: the one that is installed, or one
// that can be downloaded, or VS Code's server in the browser.
//   npm start -- --host=code|desktop|server --no-open --no-build
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { downloadDesktop, hasDisplay, installedDesktop, openDesktop } from './lib/desktop.mts';
import { npmRun } from './lib/npm.mts';
import { inRoot, root } from './lib/paths.mts';
import { serve } from './lib/serve.mts';
import { firstSuccess } from './lib/first-success.mts';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: process.env['LOOPWISE_HOST'] ?? 'any' },
    open: { type: 'boolean', default: true },
    build: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

/** Kept between starts, with what was learned in it; apart from the user's own VS Code. */
const home = inRoot('.vscode-test', 'start');
const workspace = join(home, 'workspace');

const ways: Record<string, () => Promise<number>> = {
  code: async () => {
    const program = installedDesktop();
    if (program === undefined) throw new Error('no VS Code is behind a `code` on PATH');
    return open(program);
  },
  desktop: async () => {
    if (!hasDisplay()) throw new Error('there is no display');
    console.log('Looking for a VS Code to download …');
    return open(await downloadDesktop('stable'));
  },
  server: () => serve({ home, workspace, open: values.open }),
};

process.exitCode = await main();

async function main() {
  const wanted = Object.entries(ways).filter(([name]) => ['any', name].includes(values.host));
  if (wanted.length === 0) {
    console.error(`--host is ${['any', ...Object.keys(ways)].join(', ')}, not ${values.host}.`);
    return 1;
  }
  // Not over what was changed there at an earlier start.
  const sample = inRoot('test', 'fixtures', 'sample-workspace');
  cpSync(sample, workspace, { recursive: true, force: false });
  if (values.build) {
    console.log('Building the extension …');
    if ((await npmRun('build')) !== 0) {
      console.error('The build failed, for the reason above.');
      return 1;
    }
  }
  const result = await firstSuccess(Object.fromEntries(wanted));
  if (typeof result === 'number') return result;
  console.error(
    `\nNo VS Code could be opened. Tried:\n${result.tried.map((line) => `  ${line}`).join('\n')}\n` +
      'Put the `code` command of VS Code on PATH, or go online for a download, and try again.',
  );
  return 1;
}

/** @param program of VS Code */
async function open(program: string) {
  if (!hasDisplay()) throw new Error('there is no display');
  console.log('Opening VS Code; closing its window or Ctrl+C here ends it.');
  return openDesktop(program, [
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

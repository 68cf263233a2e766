// Runs test/vscode inside a real VS Code: the desktop build where one can be had, else the server.
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTests } from './build-tests.mts';
import { canShow, downloadDesktop, runOnDesktop } from './lib/desktop.mts';
import { stageExtension } from './lib/extension.mts';
import { inRoot } from './lib/paths.mts';
import { runAnywhere } from './lib/suite-anywhere.mts';
import { runOnServer } from './lib/suite-on-server.mts';
import { temporaryFolder } from './lib/temporary.mts';
import { quietSettings, writeSettings } from './lib/workspace.mts';

const { values } = parseArgs({
  options: {
    grep: { type: 'string' },
    host: { type: 'string', default: process.env['LOOPWISE_HOST'] ?? 'any' },
    version: { type: 'string', default: process.env['LOOPWISE_VSCODE'] ?? 'stable' },
    totals: { type: 'string' },
    // Seconds; for a suite that hangs. It takes six minutes, and a few times as long on a busy machine.
    limit: { type: 'string', default: '1800' },
  },
});

process.exitCode = await main();

async function main() {
  const program = await findDesktop();
  // Below the project, since the suite finds mocha from where it stands.
  const built = temporaryFolder(inRoot('out'));
  const folder = temporaryFolder();
  const extension = join(built.path, 'extension');
  const tests = join(built.path, 'tests');
  const workspace = join(folder.path, 'workspace');
  const totals = values.totals ?? join(folder.path, 'totals.json');
  await buildTests(tests);
  mkdirSync(extension);
  await stageExtension(extension);
  cpSync(inRoot('test', 'fixtures', 'sample-workspace'), workspace, { recursive: true });
  writeSettings(workspace, quietSettings);
  const options = { totals, grep: values.grep, color: process.stdout.isTTY };
  const env = (mark: string) => ({
    LOOPWISE_SUITE: JSON.stringify({ ...options, mark }),
  });
  const limit = Number(values.limit) * 1000;
  // An extension that uses ours, and one that brings a language model.
  const beside = ['example-extension', 'model-extension'].map((name) =>
    inRoot('test', 'fixtures', name),
  );
  const suite = { extension, tests, workspace, beside };
  const desktop =
    program === undefined
      ? undefined
      : () =>
          // It passes on the lines of the extension host alone, so these need no mark.
          runOnDesktop({ program, ...suite, userData: folder.path }, { env: env(''), limit });
  const server = () => {
    const mark = `${randomUUID()} `;
    return runOnServer({ ...suite, env: env(mark), mark, limit });
  };
  return runAnywhere({ desktop, server: values.host === 'desktop' ? undefined : server }, totals);
}

/** @returns nothing stands for the server host */
async function findDesktop(): Promise<string | undefined> {
  if (values.host === 'server') return undefined;
  try {
    if (!canShow()) throw new Error('there is no display and no xvfb-run');
    return await downloadDesktop(values.version);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (values.host === 'desktop') {
      console.error(`No desktop VS Code (${values.version}) to test in: ${reason}`);
      process.exit(1);
    }
    console.log(`No desktop VS Code here (${reason}). Testing in VS Code's server instead.`);
    return undefined;
  }
}

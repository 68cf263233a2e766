// Everything that must hold; ends with a line `N passed, N failed`.
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.mts';
import { ensureCodeServer } from './lib/code-server.mts';
import { npmRun, npmRunBeside } from './lib/npm.mts';
import { runMocha } from './lib/mocha.mts';
import { inRoot, root } from './lib/paths.mts';
import { runBeside } from './lib/processes.mts';
import { takeSteps } from './lib/steps.mts';
import { temporaryFolder } from './lib/temporary.mts';
import { ensureNodes } from './nodes.mts';
import type { Step } from './lib/steps.mts';

process.env['LOOPWISE_PICTURES'] = '0';
const folder = temporaryFolder();
const vsix = join(folder.path, 'loopwise.vsix');

// The longest first, so that nothing long is alone at the end: two processes side by side take two
// thirds of the time of one after the other.
const steps: Step[] = [
  { name: 'Build', work: () => npmRun('build') },
  { name: 'Downloads', work: downloads },
  { name: 'Package', needs: ['Build'], work: () => script('package.mts', vsix) },
  { name: 'Types', work: () => npmRunBeside('types') },
  {
    name: 'Unit tests',
    needs: ['Build', 'Downloads'],
    work: (totals) =>
      runMocha(['test/unit/**/*.test.ts'], { totals, parallel: true, beside: true }),
  },
  {
    name: 'Journey with the package installed',
    needs: ['Package', 'Downloads'],
    work: (totals) => script('test-browser.mts', '--vsix', vsix, '--totals', totals),
  },
  {
    name: 'Tests inside VS Code',
    needs: ['Build', 'Downloads'],
    work: (totals) => script('test-vscode.mts', '--totals', totals),
  },
  { name: 'Lint', work: () => npmRunBeside('lint') },
  { name: 'Format', work: () => npmRunBeside('format:check') },
];

const { passed, failed, summary } = await takeSteps(steps, folder.path);
console.log(`\n${summary.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** The steps that need it would have it downloaded too. */
async function downloads() {
  const wanted = [ensureNodes(), ensureCodeServer(), ensureBrowser(console.log)];
  const results = await Promise.allSettled(wanted);
  const failed = results.filter((result) => result.status === 'rejected');
  for (const { reason } of failed) console.error(reason);
  return failed.length === 0 ? 0 : 1;
}

function script(name: string, ...args: string[]) {
  return runBeside(process.execPath, ['--import=tsx', inRoot('scripts', name), ...args], {
    cwd: root,
  });
}

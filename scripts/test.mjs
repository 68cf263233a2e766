// @ts-check
// Everything that must hold; ends with a line `N passed, N failed`.
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureCodeServer } from './lib/code-server.mjs';
import { npmRun, npmRunBeside } from './lib/npm.mjs';
import { runMocha } from './lib/mocha.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { runBeside } from './lib/processes.mjs';
import { takeSteps } from './lib/steps.mjs';
import { temporaryFolder } from './lib/temporary.mjs';
import { ensureNodes } from './nodes.mjs';

process.env['LOOPWISE_PICTURES'] = '0';
const folder = temporaryFolder();
const vsix = join(folder.path, 'loopwise.vsix');

// The longest first, so that nothing long is alone at the end: two processes side by side take two
// thirds of the time of one after the other.
/** @type {import('./lib/steps.mjs').Step[]} */
const steps = [
  { name: 'Build', work: () => npmRun('build') },
  { name: 'Downloads', work: downloads },
  { name: 'Package', needs: ['Build'], work: () => script('package.mjs', vsix) },
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
    work: (totals) => script('test-browser.mjs', '--vsix', vsix, '--totals', totals),
  },
  {
    name: 'Tests inside VS Code',
    needs: ['Build', 'Downloads'],
    work: (totals) => script('test-vscode.mjs', '--totals', totals),
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

/**
 * @param {string} name
 * @param {string[]} args
 */
function script(name, ...args) {
  return runBeside(process.execPath, [inRoot('scripts', name), ...args], { cwd: root });
}

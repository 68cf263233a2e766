// @ts-check
// Everything that must hold, step by step; ends with a line `N passed, N failed`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmRun } from './lib/npm.mjs';
import { runMocha } from './lib/mocha.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { temporaryFolder } from './lib/temporary.mjs';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {(totals: string) => Promise<number>} work answers an exit code; may write its counts
 * @property {string} [needs] a step without which this one cannot run
 */

const folder = temporaryFolder();
const vsix = join(folder.path, 'loopwise.vsix');

/** @type {Step[]} */
const steps = [
  { name: 'Types', work: () => npmRun('types') },
  { name: 'Lint', work: () => npmRun('lint') },
  { name: 'Format', work: () => npmRun('format:check') },
  { name: 'Build', work: () => npmRun('build') },
  { name: 'Unit tests', work: (totals) => runMocha(['test/unit/**/*.test.ts'], { totals }) },
  {
    name: 'Tests inside VS Code',
    needs: 'Build',
    work: (totals) => script('test-vscode.mjs', '--totals', totals),
  },
  { name: 'Package', needs: 'Build', work: () => script('package.mjs', vsix) },
  {
    name: 'Journey with the package installed',
    needs: 'Package',
    work: (totals) => script('test-browser.mjs', '--vsix', vsix, '--totals', totals),
  },
];

const counts = { passed: 0, failed: 0 };
/** @type {Set<string>} */
const broken = new Set();
/** @type {string[]} */
const summary = [];

for (const [index, step] of steps.entries()) await take(step, index);
console.log(`\n${summary.join('\n')}\n\n${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/**
 * @param {Step} step
 * @param {number} index
 */
async function take({ name, work, needs }, index) {
  console.log(`\n== ${index + 1}/${steps.length} ${name}`);
  if (needs && broken.has(needs)) {
    broken.add(name);
    counts.failed += 1;
    summary.push(`✖ ${name}: not run, since "${needs}" failed`);
    return;
  }
  const started = performance.now();
  const totals = join(folder.path, `${index}.json`);
  const code = await work(totals).catch(report);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { passed, failed } = countsOf(totals, code);
  counts.passed += passed;
  counts.failed += failed;
  if (failed > 0) broken.add(name);
  const line = `${failed > 0 ? '✖' : '✔'} ${name}: ${passed} passed, ${failed} failed, ${seconds} s`;
  summary.push(line);
  console.log(line);
}

/**
 * @param {string} totals file that a run of mocha wrote; other steps count as one
 * @param {number} code
 * @returns {{ passed: number, failed: number }}
 */
function countsOf(totals, code) {
  if (!existsSync(totals)) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { passed, failed } = JSON.parse(readFileSync(totals, 'utf8'));
  // A run that broke after its tests, or that had none, must not look like a good one.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** @param {unknown} error */
function report(error) {
  console.error(error);
  return 1;
}

/**
 * @param {string} name
 * @param {string[]} args
 */
function script(name, ...args) {
  return run(process.execPath, [inRoot('scripts', name), ...args], { cwd: root });
}

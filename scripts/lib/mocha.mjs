// @ts-check
import { inRoot, root } from './paths.mjs';
import { run } from './processes.mjs';

/**
 * Runs TypeScript tests in plain Node.
 * @param {readonly string[]} patterns
 * @param {{ totals?: string, env?: NodeJS.ProcessEnv, args?: readonly string[] }} [options] totals:
 *   file for the counts; args: for mocha, such as `--grep`
 * @returns {Promise<number>} exit code
 */
export function runMocha(patterns, { totals, env = {}, args = [] } = {}) {
  const mocha = inRoot('node_modules', 'mocha', 'bin', 'mocha.js');
  const reporter = inRoot('scripts', 'lib', 'totals-reporter.cjs');
  const own = process.env['CI'] ? ['--forbid-only'] : [];
  return run(
    process.execPath,
    ['--import', 'tsx', mocha, '--reporter', reporter, ...own, ...args, ...patterns],
    { cwd: root, env: { ...process.env, ...env, ...(totals ? { LOOPWISE_TOTALS: totals } : {}) } },
  );
}

import { availableParallelism } from 'node:os';
import { inRoot, root } from './paths.mts';
import { run, runBeside } from './processes.mts';

/**
 * Runs TypeScript tests in plain Node.
 * @param options totals: file for the counts; args: for mocha, such as `--grep`;
 *   parallel: test files run side by side, as many as there are cores and at least two, since they
 *   mostly wait for children; beside: another step prints meanwhile, so this one prints at its end
 * @returns exit code
 */
export function runMocha(
  patterns: readonly string[],
  options: {
    totals?: string;
    env?: NodeJS.ProcessEnv;
    args?: readonly string[];
    parallel?: boolean;
    beside?: boolean;
  } = {},
): Promise<number> {
  const { totals, env = {}, args = [], parallel = false, beside = false } = options;
  const mocha = inRoot('node_modules', 'mocha', 'bin', 'mocha.js');
  const reporter = inRoot('scripts', 'lib', 'totals-reporter.cjs');
  const own = ['--forbid-pending', ...(process.env['CI'] ? ['--forbid-only'] : [])];
  if (parallel) own.push('--parallel', '--jobs', String(Math.max(2, availableParallelism())));
  return (beside ? runBeside : run)(
    process.execPath,
    ['--import', 'tsx', mocha, '--reporter', reporter, ...own, ...args, ...patterns],
    { cwd: root, env: { ...process.env, ...env, ...(totals ? { LOOPWISE_TOTALS: totals } : {}) } },
  );
}

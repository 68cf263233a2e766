// Packs the extension and runs test/browser against the file that people would install.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from './lib/browser.mts';
import { ensureCodeServer } from './lib/code-server.mts';
import { packageExtension } from './lib/extension.mts';
import { runMocha } from './lib/mocha.mts';
import { temporaryFolder } from './lib/temporary.mts';

const { values } = parseArgs({
  options: {
    vsix: { type: 'string' },
    grep: { type: 'string' },
    totals: { type: 'string' },
  },
});

const folder = temporaryFolder();
// Before mocha runs, so that no test's time limit is spent on an install.
await ensureCodeServer();
await ensureBrowser();
const vsix = values.vsix ?? join(folder.path, 'loopwise.vsix');
if (!values.vsix) await packageExtension(vsix);
process.exitCode = await runMocha(['test/browser/**/*.test.ts'], {
  ...(values.totals ? { totals: values.totals } : {}),
  env: { LOOPWISE_VSIX: vsix },
  parallel: true,
  args: ['--timeout', '120000', ...(values.grep ? ['--grep', values.grep] : [])],
});

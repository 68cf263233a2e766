// A program of its own, so that it can be started under xvfb-run and ended with all it started.
import { runTests } from '@vscode/test-electron';
import type { DesktopRun } from './desktop.mts';

const {
  program,
  extension,
  tests,
  workspace,
  userData,
  beside = [],
} = JSON.parse(process.argv[2] ?? '') as DesktopRun;

try {
  process.exitCode = await runTests({
    vscodeExecutablePath: program,
    extensionDevelopmentPath: [extension, ...beside],
    extensionTestsPath: tests,
    launchArgs: [
      workspace,
      `--user-data-dir=${userData}/user`,
      `--extensions-dir=${userData}/extensions`,
      '--disable-workspace-trust',
    ],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

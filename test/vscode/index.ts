// What VS Code runs: the desktop build through @vscode/test-electron, and the server host alike.
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';

/** From scripts/test-vscode.mts. */
interface SuiteOptions {
  /** File for the counts. */
  readonly totals?: string;
  /** Which tests are wanted. */
  readonly grep?: string;
  /** Stands before each of our lines, where they arrive among those of the workbench. */
  readonly mark?: string;
  readonly color?: boolean;
}

export async function run(): Promise<void> {
  const options = JSON.parse(process.env['LOOPWISE_SUITE'] ?? '{}') as SuiteOptions;
  if (options.mark) markLines(options.mark);
  // Not at the top: mocha keeps the console that it finds when it is loaded.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    color: options.color ?? false,
    forbidOnly: Boolean(process.env['CI']),
    forbidPending: true,
  });
  if (options.grep) mocha.grep(options.grep);
  for (const name of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(__dirname, name));
  }
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run((failures) => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      const totals = { passed: passes, failed: failures, pending };
      if (options.totals) writeFileSync(options.totals, JSON.stringify(totals));
      resolve(failures);
    });
  });
  if (failed > 0) throw new Error(`${failed} failed.`);
}

function markLines(mark: string): void {
  const real = console;
  const marked = (method: 'log' | 'info' | 'warn' | 'error'): PropertyDescriptor => ({
    // `%s`, so that no sign in the text is taken for a format a second time.
    value: (...args: unknown[]) => real[method]('%s', mark + format(...args)),
  });
  // A new object: the extension host ignores what is assigned to the methods of its own.
  globalThis.console = Object.create(real, {
    log: marked('log'),
    info: marked('info'),
    warn: marked('warn'),
    error: marked('error'),
  }) as Console;
}

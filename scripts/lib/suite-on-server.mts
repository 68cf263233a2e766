import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mts';
import { ensureCodeServer, installExtensions, startServer } from './code-server.mts';
import { packFolder } from './extension.mts';
import { inRoot } from './paths.mts';
import { temporaryFolder } from './temporary.mts';
import type { Page } from 'playwright-core';

/** In the lines of the workbench that tell how the extension fares, such as a failed activation. */
const EXTENSION = 'loopwise.loopwise';

/** The server runs without its compiled modules, which take minutes to build, and says so often. */
const NATIVE_MODULE = /Could not locate the bindings file/;

export interface Suite {
  /** Folder of the extension. */
  readonly extension: string;
  /** Folder of the built suite. */
  readonly tests: string;
  /** Folder to open. */
  readonly workspace: string;
  /** For the extension host. */
  readonly env: Readonly<Record<string, string>>;
  /** What lines of the suite begin with. */
  readonly mark: string;
  /** Milliseconds that the whole run may take. */
  readonly limit: number;
  /** Packaged extensions to install first. */
  readonly vsixes?: readonly string[];
  /** Folders of other extensions that are loaded too. */
  readonly beside?: readonly string[];
}

/**
 * Runs the suite in the server host, with a headless browser as its window.
 * @returns 0 when all passed
 */
export async function runOnServer(suite: Suite): Promise<number> {
  const { extension, tests, workspace, env, mark, limit, vsixes = [], beside = [] } = suite;
  await ensureCodeServer();
  const folder = temporaryFolder();
  const folders = { data: join(folder.path, 'data'), extensions: join(folder.path, 'extensions') };
  const others = await Promise.all(beside.map(packed(folder.path)));
  await installExtensions([...vsixes, ...others], folders);
  const server = await startServer(folders, { testing: true, env });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { code } = await listen(page, mark, limit);
    // The limit of the whole run is the only one: a busy machine takes a minute to load the page.
    const loaded = page.goto(address(server.port, { extension, tests, workspace }), { timeout: 0 });
    return await Promise.race([code, loaded.then(() => code)]);
  } finally {
    await browser.close();
    await server.stop();
    folder.remove();
  }
}

/**
 * The server loads one extension in development; others are installed, as people do it.
 * @param into folder for the packages
 */
const packed =
  (into: string): ((extension: string) => Promise<string>) =>
  async (extension) => {
    const vsix = join(into, `${basename(extension)}.vsix`);
    await packFolder(extension, vsix);
    return vsix;
  };

/** @returns wrapped, since it settles only after the page is open */
async function listen(page: Page, mark: string, limit: number): Promise<{ code: Promise<number> }> {
  let finish: (code: number) => void = () => undefined;
  const code = new Promise<number>((resolve) => (finish = resolve));
  await page.exposeFunction('codeAutomationLog', linePrinter(mark));
  await page.exposeFunction('codeAutomationExit', finish);
  page.once('crash', () => finish(1));
  const giveUp = async (): Promise<void> => {
    const picture = inRoot('pictures', 'suite-hangs.png');
    mkdirSync(inRoot('pictures'), { recursive: true });
    await page.screenshot({ path: picture }).catch(() => undefined);
    console.error(`The suite did not end within ${limit / 1000} s; see ${picture}`);
    finish(1);
  };
  const timer = setTimeout(() => void giveUp(), limit);
  return { code: code.finally(() => clearTimeout(timer)) };
}

/**
 * The lines of the extension host come mixed with all that the workbench has to say.
 * @param mark what ours begin with
 */
function linePrinter(mark: string) {
  return (_type: string, args: unknown[]) => {
    const line = format(...args);
    const ours = line.startsWith(mark);
    const wanted = (ours && !NATIVE_MODULE.test(line)) || line.includes(EXTENSION);
    if (wanted || process.env['LOOPWISE_VERBOSE'])
      console.log(ours ? line.slice(mark.length) : line);
  };
}

function address(
  port: number,
  { extension, tests, workspace }: { extension: string; tests: string; workspace: string },
) {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(join(tests, 'index.js'))],
    ['skipWelcome', 'true'],
  ]);
  const query = new URLSearchParams({ folder: workspace, payload });
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

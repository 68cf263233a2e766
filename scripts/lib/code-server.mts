import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureNode } from '../nodes.mts';
import { withLock } from './lock.mts';
import { npmInstall } from './npm.mts';
import { inRoot } from './paths.mts';
import { capture, end, exitCode, start } from './processes.mts';
import { temporaryFolder } from './temporary.mts';
import { versions } from './versions.mts';
import type { ChildProcess } from 'node:child_process';

/** Both absolute. */
export interface ServerFolders {
  readonly data: string;
  readonly extensions: string;
}

export interface Server {
  readonly port: number;
  readonly origin: string;
  readonly stop: () => Promise<void>;
  readonly ended: Promise<number>;
}

const hosts = inRoot('.vscode-test');
const home = join(hosts, `code-server-${versions.codeServer}`);
const main = join('node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js');

/** VS Code's own server, from the npm package that carries it, installed when it is not there yet. */
export async function ensureCodeServer(say: (line: string) => void = console.log) {
  if (existsSync(home)) return;
  await withLock(join(hosts, 'code-server.lock'), async () => {
    if (!existsSync(home)) await install(say);
  });
}

async function install(say: (line: string) => void) {
  say(`Installing VS Code's server (code-server ${versions.codeServer}) into .vscode-test/ …`);
  const temporary = temporaryFolder(hosts);
  try {
    await npmInstall(temporary.path, [`code-server@${versions.codeServer}`]);
    say('Installing what the server needs …');
    // Its own manifest lists what it needs; scripts stay off, so nothing is compiled.
    const inner = join(temporary.path, 'node_modules', 'code-server', 'lib', 'vscode');
    await npmInstall(inner, [], ['--omit=dev']);
    // Renamed only when whole: a half-finished install is never taken for a good one.
    renameSync(temporary.path, home);
  } finally {
    temporary.remove();
  }
}

/** Installs packaged extensions, as a user does with "Install from VSIX". */
export async function installExtensions(vsixes: readonly string[], folders: ServerFolders) {
  if (vsixes.length === 0) return;
  const node = await ensureNode('24');
  const installs = vsixes.flatMap((vsix) => ['--install-extension', vsix]);
  const args = [join(home, main), ...folderArguments(folders), ...installs, '--force'];
  const { code, output } = await capture(node, args);
  const installed = output.match(/was successfully installed/g) ?? [];
  if (code !== 0 || installed.length < vsixes.length) {
    throw new Error(`${vsixes.join(', ')} could not be installed:\n${output}`);
  }
}

/**
 * Starts the server on a free port and waits until it listens.
 * @param options testing: no workspace trust, and
 *   extensions may come from the page's address; never for people
 */
export async function startServer(
  folders: ServerFolders,
  { testing = false, env = {} }: { testing?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Server> {
  const node = await ensureNode('24');
  const child = start(
    node,
    [
      join(home, main),
      ...folderArguments(folders),
      ...['--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
      ...(testing ? ['--enable-smoke-test-driver', '--disable-workspace-trust'] : []),
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...ownTemporary(folders), ...env },
    },
  );
  const ended = exitCode(child);
  const port = await listeningPort(child);
  return { port, origin: `http://127.0.0.1:${port}`, stop: () => end(child), ended };
}

/**
 * The server leaves sockets behind, so they go where they are removed with the rest. Elsewhere than
 * on Linux the path would get longer than a socket's may be.
 */
function ownTemporary({ data }: ServerFolders) {
  if (process.platform !== 'linux') return {};
  const folder = join(data, 'tmp');
  mkdirSync(folder, { recursive: true });
  return { TMPDIR: folder, XDG_RUNTIME_DIR: folder };
}

const folderArguments = ({ data, extensions }: ServerFolders) => [
  ...['--accept-server-license-terms', '--disable-telemetry'],
  ...['--server-data-dir', data, '--extensions-dir', extensions],
];

function listeningPort(child: ChildProcess): Promise<number> {
  let output = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        const port = /listening on (\d+)/.exec(line)?.[1];
        if (port) resolve(Number(port));
        // Read on after that, or the full pipe would stop the server; but keep no more of it.
        else if (output.length < 10_000) output += `${line}\n`;
      });
    }
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`VS Code's server ended with code ${code}:\n${output}`)),
    );
  });
}

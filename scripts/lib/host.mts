import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCodeServer, installExtensions, startServer } from './code-server.mts';
import { packFolder } from './extension.mts';
import { temporaryFolder } from './temporary.mts';
import { quietSettings, writeSettings, writeWorkspaceFile } from './workspace.mts';
import type { ServerFolders } from './code-server.mts';

export interface HostOptions {
  /** A packaged extension to install. */
  readonly vsix?: string | undefined;
  /** Or the folder of one in development; needs `trusted`. */
  readonly extension?: string | undefined;
  /** Folders of other extensions, to be installed as they are. */
  readonly beside?: readonly string[] | undefined;
  /** Folder that is copied and opened. */
  readonly workspace: string;
  /** Folders in it that the window has in place of it, as a multi-root workspace. */
  readonly folders?: readonly string[] | undefined;
  /** On top of those for a clean window. */
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
  /** Of the machine, which hold for folders that nobody trusts too. */
  readonly machineSettings?: Readonly<Record<string, unknown>> | undefined;
  /** False shows the question whether to trust the workspace, as people see it. */
  readonly trusted?: boolean | undefined;
}

export interface Host {
  readonly address: string;
  /** The copy that is open. */
  readonly workspace: string;
  /** Of the server: `User/globalStorage` and the logs are below `data` in it. */
  readonly data: string;
  readonly extensions: string;
  close(): Promise<void>;
}

/** By the path of the package: an install takes seconds, and every window begins with the same one. */
const installs = new Map<string, Promise<ServerFolders>>();

/** The server host with a workspace, ready to be opened in a browser; it leaves nothing behind. */
export async function openHost(options: HostOptions): Promise<Host> {
  const { vsix, extension, workspace, folders: roots, settings = {}, trusted = true } = options;
  await ensureCodeServer();
  const folder = temporaryFolder();
  const folders = { data: join(folder.path, 'data'), extensions: join(folder.path, 'extensions') };
  const copy = join(folder.path, 'workspace');
  cpSync(workspace, copy, { recursive: true });
  if (!roots) writeSettings(copy, { ...quietSettings, ...settings });
  if (vsix) await copyInstalled(vsix, folders);
  for (const [at, other] of (options.beside ?? []).entries()) {
    const packed = join(folder.path, `beside-${at}.vsix`);
    await packFolder(other, packed);
    await installExtensions([packed], folders);
  }
  if (options.machineSettings) writeMachineSettings(folders, options.machineSettings);
  const server = await startServer(folders, { testing: trusted });
  const query = new URLSearchParams(
    roots ? { workspace: writeWorkspaceFile(copy, roots, settings) } : { folder: copy },
  );
  if (extension) {
    const remote = `vscode-remote://127.0.0.1:${server.port}${extension}`;
    query.set('payload', JSON.stringify([['extensionDevelopmentPath', remote]]));
  }
  return {
    address: `${server.origin}/?${query.toString()}`,
    workspace: copy,
    data: folders.data,
    extensions: folders.extensions,
    close: async () => {
      await server.stop();
      folder.remove();
    },
  };
}

function writeMachineSettings({ data }: ServerFolders, settings: object) {
  const folder = join(data, 'data', 'Machine');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
}

async function copyInstalled(vsix: string, to: ServerFolders) {
  const installed = installs.get(vsix) ?? installOnce(vsix);
  installs.set(vsix, installed);
  const from = await installed;
  cpSync(from.data, to.data, { recursive: true });
  cpSync(from.extensions, to.extensions, { recursive: true });
}

/** @returns a folder that goes when the process ends */
async function installOnce(vsix: string): Promise<ServerFolders> {
  const { path } = temporaryFolder();
  const folders = { data: join(path, 'data'), extensions: join(path, 'extensions') };
  await installExtensions([vsix], folders);
  return folders;
}

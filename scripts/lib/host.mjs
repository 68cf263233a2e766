// @ts-check
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ensureCodeServer, installExtensions, startServer } from './code-server.mjs';
import { temporaryFolder } from './temporary.mjs';
import { quietSettings, writeSettings, writeWorkspaceFile } from './workspace.mjs';

/** @typedef {import('./code-server.mjs').ServerFolders} ServerFolders */

/**
 * By the path of the package: an install takes seconds, and every window begins with the same one.
 * @type {Map<string, Promise<ServerFolders>>}
 */
const installs = new Map();

/**
 * The server host with a workspace, ready to be opened in a browser; it leaves nothing behind.
 * @param {import('./host.d.mts').HostOptions} options
 * @returns {Promise<import('./host.d.mts').Host>}
 */
export async function openHost(options) {
  const { vsix, extension, workspace, folders: roots, settings = {}, trusted = true } = options;
  await ensureCodeServer();
  const folder = temporaryFolder();
  const folders = { data: join(folder.path, 'data'), extensions: join(folder.path, 'extensions') };
  const copy = join(folder.path, 'workspace');
  cpSync(workspace, copy, { recursive: true });
  if (!roots) writeSettings(copy, { ...quietSettings, ...settings });
  if (vsix) await copyInstalled(vsix, folders);
  const server = await startServer(folders, { testing: trusted });
  const query = new URLSearchParams(
    roots ? { workspace: writeWorkspaceFile(copy, roots, settings) } : { folder: copy },
  );
  if (extension) {
    const remote = `vscode-remote://127.0.0.1:${server.port}${extension}`;
    query.set('payload', JSON.stringify([['extensionDevelopmentPath', remote]]));
  }
  return {
    address: `${server.origin}/?${query}`,
    workspace: copy,
    data: folders.data,
    extensions: folders.extensions,
    close: async () => {
      await server.stop();
      folder.remove();
    },
  };
}

/**
 * @param {string} vsix
 * @param {ServerFolders} to
 */
async function copyInstalled(vsix, to) {
  const installed = installs.get(vsix) ?? installOnce(vsix);
  installs.set(vsix, installed);
  const from = await installed;
  cpSync(from.data, to.data, { recursive: true });
  cpSync(from.extensions, to.extensions, { recursive: true });
}

/**
 * @param {string} vsix
 * @returns {Promise<ServerFolders>} a folder that goes when the process ends
 */
async function installOnce(vsix) {
  const { path } = temporaryFolder();
  const folders = { data: join(path, 'data'), extensions: join(path, 'extensions') };
  await installExtensions([vsix], folders);
  return folders;
}
